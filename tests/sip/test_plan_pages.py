"""SIP-översikt, Ny SIP och Plan: who sees what, what a mistake is answered, and how much is read."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lus.access_log.models import Entry
from lus.organisations.models import UnitKind
from lus.organisations.roles import Role
from lus.persons.models import Person
from sip.actions.answer_sip_summons import answer_sip_summons
from sip.actions.close_sip import close_sip
from sip.actions.record_sip_meeting import record_sip_meeting
from sip.actions.send_sip_summons import send_sip_summons
from sip.models import Plan
from tests.discharge.actions.sip_lives import summoned
from tests.factories import NOW, a_person, a_unit, an_actor, signed_in

from .outside import Outside

pytestmark = [pytest.mark.django_db, pytest.mark.at(NOW)]


def typed(home: Outside, **more: Any) -> dict[str, Any]:
    return {
        "number": home.person.identifier,
        "why": "Ramlar hemma",
        "origin": "home",
        "accepted": "yes",
        "given_by": "self",
        "how": "oral",
        "unit_1": str(home.primary_care.unit_id),
        "idempotency_key": "k1",
        **more,
    }


def text(client: Client, url: str) -> str:
    return client.get(url).content.decode()


def test_a_nurse_begins_a_plan_on_the_page(home: Outside) -> None:
    client = signed_in(home.nurse)
    answer = client.post("/sip/new/", typed(home))
    plan = Plan.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/sip/{plan.pk}/")
    assert client.post("/sip/new/", typed(home))["Location"] == f"/sip/{plan.pk}/"
    html = text(client, f"/sip/{plan.pk}/")
    assert "SIP påbörjad." in html
    assert "Åberg" in html
    assert "Påbörja SIP: kalla till möte" in html
    assert "Senast tis 17/3 (intern rutin)." in html
    button = f'<div class="lus-next__do"><a class="ds-button" href="/sip/{plan.pk}/summons/"'
    assert button in html
    assert html.count(f"/sip/{plan.pk}/summons/") == 1  # not once more among the other acts
    assert "Ramlar hemma" in html
    assert Entry.objects.filter(action="sip_plan", person_ids=[home.person.pk]).exists()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"number": "19400101-0001"}, "Kontrollsiffran stämmer inte"),
        ({"why": ""}, "Skriv varför en SIP behövs nu"),
        ({"accepted": ""}, "Fråga personen"),
        ({"unit_1": ""}, "SIP kräver parter från både region och kommun"),
    ],
)
def test_a_mistake_keeps_what_was_typed(home: Outside, change: dict[str, str], words: str) -> None:
    answer = signed_in(home.nurse).post("/sip/new/", typed(home, **change))
    html = answer.content.decode()
    assert answer.status_code in (409, 422)
    assert words in html
    assert change.get("why", "Ramlar hemma") in html
    assert not Plan.objects.exists()


def test_nobody_with_that_number(home: Outside) -> None:
    number = home.person.identifier
    Person.objects.all().delete()
    answer = signed_in(home.nurse).post("/sip/new/", typed(home, number=number))
    assert answer.status_code == 422
    assert "Personen finns inte i registret" in answer.content.decode()


def test_a_second_plan_must_be_asked_for(home: Outside) -> None:
    home.begins()
    client = signed_in(home.nurse)
    answer = client.post("/sip/new/", typed(home))
    assert answer.status_code == 409
    assert "Påbörja en ny plan ändå" in answer.content.decode()
    again = client.post("/sip/new/", typed(home, idempotency_key="k2", replaces_open="on"))
    assert again.status_code == 302


def test_who_may_begin_and_who_may_look(home: Outside) -> None:
    ward = an_actor(a_unit("Avd 9"), Role.WARD_STAFF)
    assert signed_in(ward).get("/sip/new/").status_code == 403
    assert "Ny SIP" not in text(signed_in(ward), "/sip/")
    home.begins()
    assert signed_in(ward).get(f"/sip/{home.plan.pk}/").status_code == 404
    assert home.person.family_name not in text(signed_in(ward), "/sip/")


def test_the_acts_are_done_from_the_plan(home: Outside) -> None:
    home.begins()
    client = signed_in(home.nurse)
    url = f"/sip/{home.plan.pk}/summons/"
    assert "Utan dröjsmål" in text(client, url)
    shown = {"idempotency_key": "k", "seen_version": home.facts.version}
    typed = {"purpose": "Planera", "meeting_at": "2026-03-06 10.00", "place": "Hemma"}
    answer = client.post(url, {**shown, **typed})
    assert (answer.status_code, answer["Location"]) == (302, f"/sip/{home.plan.pk}/")
    assert "Skickat 10.00 till 2 enheter." in text(client, f"/sip/{home.plan.pk}/")
    assert "Svara på kallelsen" in text(signed_in(home.social), "/sip/?show=ours")
    assert client.get(url).status_code == 409


def test_in_a_discharge_the_page_leads_to_the_case() -> None:
    life = summoned()
    plan = Plan.objects.get()
    with time_machine.travel(life.at, tick=False):
        html = text(signed_in(life.municipality), f"/sip/{plan.pk}/")
        assert f"/discharge/{life.case.pk}/?section=sip#section" in html
        assert "Kalla till SIP</a>" not in html


def test_the_overview_tells_what_waits_and_filters(home: Outside) -> None:
    home.begins()
    client = signed_in(home.nurse)
    for show, empty in (
        ("meeting", "Inget möte är bokat"),
        ("late", "Ingen SIP är försenad"),
        ("children", "Ingen pågående SIP för barn"),
        ("ended", "Ingen avslutad SIP"),
    ):
        assert empty in text(client, f"/sip/?show={show}")
    assert "<b>Påbörja SIP: kalla till möte</b>" in text(client, "/sip/")
    home.does(home.nurse, send_sip_summons, meeting_at=NOW + timedelta(days=1), place="Hemma")
    home.does(home.social, answer_sip_summons, answer="comes")
    html = text(client, "/sip/?show=meeting")
    assert "1/2" in html
    with time_machine.travel(NOW + timedelta(days=3), tick=False):
        assert "Dokumentera SIP-mötet" in text(signed_in(home.nurse), "/sip/?show=late")


def test_the_overview_reads_as_many_statements_for_one_plan_as_for_forty(home: Outside) -> None:
    home.begins()
    few = statements(home)
    solen = home.primary_care.unit_id
    for number in range(40):
        other = Outside(home.nurse, home.primary_care, home.social, a_person(f"Test{number}"))
        other.begins(units=[solen, a_unit(f"Mott {number}", UnitKind.OUTPATIENT).pk])
    assert statements(home) == few
    assert few <= 10


def statements(home: Outside) -> int:
    client = signed_in(home.nurse)
    client.get("/sip/")
    with CaptureQueriesContext(
        connection,
    ) as read:
        client.get("/sip/")
    return len(read)


@pytest.mark.parametrize(
    ("born", "kind"), [(date(1941, 5, 5), "sip_person"), (date(2014, 5, 5), "sip_child")]
)
def test_after_the_meeting_the_plan_leads_to_sheets_of_the_right_kind(
    home: Outside, born: date, kind: str
) -> None:
    Person.objects.filter(pk=home.person.pk).update(birth_date=born)
    home.begins()
    client, page = signed_in(home.nurse), f"/sip/{home.plan.pk}/"
    home.does(home.nurse, send_sip_summons, meeting_at=home.at + timedelta(minutes=5), place="Hemma")
    assert "Enkät efter mötet" not in text(client, page)
    home.later(hours=1)
    came = {str(actor.unit_id): "physical" for actor in (home.primary_care, home.social)}
    home.does(home.nurse, record_sip_meeting, attendance=came, person="physical")
    address = f"/follow-up/surveys/?kind={kind}"
    assert f'<a class="ds-link" href="{address}">Enkät efter mötet</a>' in text(client, page)
    assert re.search(f'value="{kind}"[^>]* checked', text(client, address))
    home.does(home.nurse, close_sip, reason="deceased")
    assert "Enkät efter mötet" not in text(client, page)
