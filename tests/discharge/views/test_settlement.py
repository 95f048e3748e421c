"""Granskningsunderlaget: what officers see and do on the page; the file has the same figures; nobody else gets in."""

import csv
from datetime import date
from html.parser import HTMLParser
from io import StringIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from discharge.actions.approve_payment_line import approve_payment_line
from discharge.actions.dispute_payment_line import dispute_payment_line
from discharge.models import SettledMonth
from lus.access_log.models import Entry
from lus.events.models import Event
from lus.organisations.actor import Actor
from lus.organisations.models import Unit
from lus.organisations.roles import ROLE_LABELS, Role
from tests.discharge.actions.life import Life
from tests.discharge.actions.settlement_lives import (
    APRIL,
    MONTH,
    disputed,
    in_force,
    line,
    month_over,
    stayed,
)
from tests.factories import an_actor, signed_in
from tests.journeys.story import clock, in_stockholm

pytestmark = [pytest.mark.django_db, pytest.mark.at(clock(APRIL, "12.00"))]

PAGE = "/settlement/"
MARCH = {"month": MONTH}


class Tables(HTMLParser):
    """The table's rows as lists of cell texts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.in_cell = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th") and self.rows:
            self.rows[-1].append("")
            self.in_cell = True

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self.in_cell = False

    def handle_data(self, data: str) -> None:
        if self.in_cell:
            self.rows[-1][-1] += data


def shown(client: Client, **query: str) -> str:
    answer = client.get(PAGE, MARCH | query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_both_sides_see_the_same_line() -> None:
    life = month_over()
    for officer in (life.officer, life.region_officer):
        html = shown(signed_in(officer))
        row = next(row for row in Tables(html).rows if life.case.reference in row[0])
        assert row[5:8] == ["8", "2", "4"]
        assert (row[9], "Ny" in row[10]) == ("36\u00a0000,00", True)
        assert "Beräkning, inte faktura" in html


def test_the_file_has_the_figures_of_the_page() -> None:
    in_force()
    place = in_stockholm()
    lives = [stayed(place, date(2026, 3, 2 + 7 * week), 5 + week) for week in range(3)]
    client = signed_in(lives[0].officer)
    text = client.get("/settlement/csv/", MARCH).content.decode("utf-8-sig")
    filed = list(csv.reader(StringIO(text), delimiter=";"))
    on_page = [row for row in Tables(shown(client)).rows if len(row) > 10][1:]
    for mine, theirs in zip(filed[1:4], on_page, strict=True):
        assert mine[0] in theirs[0]
        assert mine[3:9] == theirs[2:8]
        assert mine[10] == theirs[9]
    total = next(row for row in Tables(shown(client)).rows if row[0].startswith("Summa"))
    assert list(filed[4][6:9]) == total[1:4]
    assert (filed[4][10], filed[4][8]) == (total[5], "9")
    assert lives[0].case.person.family_name not in text


def test_a_month_without_lines_says_so() -> None:
    life = month_over()
    assert "Inga rader för februari 2026." in shown(signed_in(life.officer), month="2026-02")


def test_a_running_month_is_read_but_not_reviewed() -> None:
    in_force()
    life = stayed(ready=date(2026, 4, 6))
    html = shown(signed_in(life.officer), month="2026-04")
    assert life.case.reference in html
    assert "Månaden pågår" in html
    assert "Godkänn" not in html


def test_a_row_opens_to_its_days_with_explanations_and_what_was_said() -> None:
    life = disputed()
    html = shown(signed_in(life.region_officer), open=str(life.case.pk))
    assert html.count("lus-dayc__date") == 8
    assert "Betalningsdag" in html
    assert "Rad bestridd" in html
    assert "Fel tid" in html
    assert str(life.case.pk) in html  # the way to close the row again


def act(client: Client, name: str, life: Life, given: dict[str, str], status: int = 302) -> str:
    address = reverse(name, args=[life.case.pk])
    page = client.get(address, MARCH)
    assert page.status_code == 200
    answer = client.post(address, {"month": MONTH, "fingerprint": line(life).print_now, **given})
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode() if status != 302 else answer.headers["Location"]


def test_approve_dispute_and_answer_on_their_pages() -> None:
    life = month_over()
    payer, region = signed_in(life.officer), signed_in(life.region_officer)
    assert act(region, "approve_payment_line", life, {}) == "/settlement/?month=2026-03&with=0182"
    evidence = str(life.last("ready_notice_sent").pk)
    act(payer, "dispute_payment_line", life, {"reason": "withdrawn", "text": "", "evidence": evidence})
    assert life.last("payment_line_disputed").data["evidence"] == evidence
    html = shown(payer)
    assert "Bestridd" in html
    assert "Besvara" not in html
    assert "Besvara" in shown(region)
    act(region, "answer_payment_dispute", life, {"answer": "keep", "text": "Tiden stämmer."})
    assert "Regionen står fast: Tiden stämmer." in shown(payer)
    act(payer, "approve_payment_line", life, {})
    assert "Granskad" in shown(payer)


@pytest.mark.parametrize(
    ("name", "given", "says"),
    [
        ("dispute_payment_line", {}, "Orsak"),
        ("dispute_payment_line", {"reason": "other", "text": "Behållen text" + "x" * 500}, "Behållen text"),
        ("dispute_payment_line", {"reason": "other"}, "Skriv vad som inte stämmer"),
        ("approve_payment_line", {"fingerprint": "0" * 16}, "räknats om"),
    ],
    ids=["no reason", "too long", "no text", "other days"],
)
def test_a_refused_act_keeps_the_form_and_leaves_no_event(
    name: str, given: dict[str, str], says: str
) -> None:
    life = month_over()
    version = life.facts.version
    status = 409 if name == "approve_payment_line" else 422
    assert says in act(signed_in(life.officer), name, life, given, status)
    assert life.facts.version == version


def test_all_clean_lines_show_count_and_sum_first() -> None:
    in_force()
    place = in_stockholm()
    lives = [stayed(place, date(2026, 3, 2 + 7 * week)) for week in range(2)]
    client = signed_in(lives[0].officer)
    assert "Godkänn alla (2)" in shown(client)
    page = client.get("/settlement/approve-all/", MARCH)
    html = page.content.decode()
    assert "2 <small>rader" in html
    assert "72\u00a0000,00 kr" in html
    sent = {
        name: field.value()
        for name, field in zip(page.context["form"].fields, page.context["form"], strict=True)
    }
    assert client.post("/settlement/approve-all/", {**sent, "seen": "x"}).status_code == 409
    assert client.post("/settlement/approve-all/", sent).status_code == 302
    assert Event.objects.filter(name="payment_line_approved").count() == 2


def test_the_month_is_closed_on_its_page_when_nothing_is_open() -> None:
    life = month_over()
    client = signed_in(life.region_officer)
    sent = {"month": MONTH, "counterpart": "0182"}
    refused = client.post("/settlement/close/", sent)
    assert (refused.status_code, life.case.reference in refused.content.decode()) == (409, True)
    for who in (life.officer, life.region_officer):
        life.does(who, approve_payment_line, month=MONTH, fingerprint=line(life).print_now)
    assert client.get("/settlement/close/", MARCH).status_code == 200
    assert client.post("/settlement/close/", sent).status_code == 302
    assert SettledMonth.objects.count() == 1
    html = shown(client)
    assert "Avslutad" in html
    assert "Avsluta granskningen" not in html


def test_every_look_is_logged_with_the_patients_shown() -> None:
    life = month_over()
    client = signed_in(life.officer)
    shown(client)
    client.get("/settlement/csv/", MARCH)
    client.get(reverse("dispute_payment_line", args=[life.case.pk]), MARCH)
    logged = Entry.objects.filter(unit_id=life.officer.unit_id).order_by("pk")
    assert [entry.action for entry in logged] == ["settlement", "settlement_csv", "dispute_payment_line"]
    assert {tuple(entry.person_ids) for entry in logged} == {(life.case.person_id,)}


PATHS = ("/settlement/", "/settlement/csv/", "/settlement/approve-all/", "/settlement/close/")


@pytest.mark.parametrize("role", sorted(set(ROLE_LABELS) - {Role.SETTLEMENT_OFFICER}))
def test_no_other_role_gets_in(role: str) -> None:
    life = month_over()
    unit = Unit.objects.get(pk=str(life.municipality.unit_id))
    client = signed_in(an_actor(unit, role))
    line_page = reverse("approve_payment_line", args=[life.case.pk])
    assert {client.get(path, MARCH).status_code for path in (*PATHS, line_page)} == {403}


def test_an_officer_opens_no_case_and_sees_only_what_is_theirs() -> None:
    life, other = month_over(), Life()
    client = signed_in(life.officer)
    assert client.get(reverse("case", args=[life.case.pk])).status_code == 403
    assert client.get("/").status_code in (302, 403)
    foreign = signed_in(other.officer)
    assert life.case.reference not in shown(foreign)
    for name in ("approve_payment_line", "dispute_payment_line", "answer_payment_dispute"):
        address = reverse(name, args=[life.case.pk])
        assert foreign.get(address, MARCH).status_code == 404
        assert client.get(address, {"month": "2026-01"}).status_code == 404
        assert client.get(address).status_code == 404
    assert foreign.get("/settlement/close/", MARCH | {"with": "01"}).status_code == 404


def statements(officer: Actor) -> int:
    client = signed_in(officer)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        shown(client)
    return len(asked)


def test_many_lines_ask_the_database_no_more_than_one() -> None:
    in_force()
    place = in_stockholm()
    first = stayed(place)
    one = statements(first.officer)
    for week in range(1, 4):
        stayed(place, date(2026, 3, 2 + 7 * week), 4)
    assert statements(first.officer) == one


def test_those_in_the_case_see_one_calm_line_and_the_events() -> None:
    life = month_over()
    life.does(life.officer, approve_payment_line, month=MONTH, fingerprint=line(life).print_now)
    ward = signed_in(life.ward)
    address = reverse("case", args=[life.case.pk])
    html = ward.get(address, {"section": "payment"}).content.decode()
    assert "Mars 2026: granskas, godkänd av kommunen." in html
    assert "Rad godkänd" in ward.get(address).content.decode()
    life.does(life.officer, dispute_payment_line, month=MONTH, reason="wrong_time")
    html = ward.get(address, {"section": "payment"}).content.decode()
    assert "Mars 2026: bestridd, väntar på regionens svar." in html
