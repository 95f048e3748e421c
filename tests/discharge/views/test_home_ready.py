"""Planering on the case page: the list by owner, one press for a yes, what a no asks, and who waits for whom."""

import re
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.urls import reverse

from discharge.actions.open_waiting_reason import open_waiting_reason
from discharge.models import Case
from discharge.views.home_ready_acts import HOME_READY
from lus.events.models import Event
from tests.factories import NOW, Place, a_case, a_place, mark_ready, signed_in

READY_AT = NOW + timedelta(hours=1)
AT = NOW + timedelta(hours=1, minutes=30)  # 11.30 in Sweden
pytestmark = [pytest.mark.django_db, pytest.mark.at(AT)]


@pytest.fixture
def place() -> Place:
    return a_place()


@pytest.fixture
def case(place: Place) -> Case:
    found = a_case(place)
    mark_ready(place, found, at=READY_AT)
    return Case.objects.get(pk=found.pk)


def planning(actor: Any, case: Case) -> str:
    text = signed_in(actor).get(reverse("case", args=[case.pk]), {"section": "planning"}).content.decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


def names(case: Case) -> list[str]:
    return list(Event.objects.filter(case_id=case.pk).order_by("seq").values_list("name", flat=True))


def waits(place: Place, case: Case) -> str:
    open_waiting_reason(
        case_id=case.pk,
        actor=place.ward,
        at=AT,
        code="municipal_decision",
        owner_id=UUID(str(place.municipality.unit_id)),
        comment="Beslut saknas.",
    )
    return str(Event.objects.get(case_id=case.pk, name="waiting_reason_opened").pk)


def sound(act: str, place: Place, case: Case) -> tuple[Any, dict[str, str], dict[str, str]]:
    """Return who does it, a form that is right, and one that is not."""
    if act == "answer_home_ready_point":
        return place.municipality, {"point": "CL-K1", "answer": "yes"}, {"point": "CL-K1", "answer": "no"}
    if act == "open_waiting_reason":
        owner = str(place.municipality.unit_id)
        return place.ward, {"code": "guardian", "owner_id": owner}, {"code": "other", "owner_id": owner}
    reason = waits(place, case)
    if act == "close_waiting_reason":
        return place.ward, {"reason_id": reason}, {"reason_id": reason, "until": "2026-02-01"}
    return place.municipality, {"reason_id": reason, "text": "Beslut finns."}, {"reason_id": reason}


EVENT = {
    "answer_home_ready_point": "home_ready_point_answered",
    "open_waiting_reason": "waiting_reason_opened",
    "close_waiting_reason": "waiting_reason_closed",
    "contest_waiting_reason": "waiting_reason_contested",
}


@pytest.mark.parametrize("act", [row.act for row in HOME_READY])
def test_the_page_does_the_act_and_returns_to_the_section(place: Place, case: Case, act: str) -> None:
    actor, good, bad = sound(act, place, case)
    client, url = signed_in(actor), reverse(act, args=[case.pk])
    assert client.get(url).status_code == 200
    before = names(case)
    refused = client.post(url, bad)
    assert (refused.status_code, names(case)) == (422, before)
    answer = client.post(url, good)
    assert answer.status_code == 302, answer.content.decode()
    assert EVENT[act] in names(case)
    assert answer["Location"] == f"/discharge/{case.pk}/?section=planning#section"


def test_the_list_says_the_one_thing_missing_and_groups_by_owner(place: Place, case: Case) -> None:
    text = planning(place.municipality, case)
    assert "Hemgångslista Intern rutin CHK-SE-1" in text
    assert re.search(r"\d+/\d+ Återstår: ", text)
    assert "Delade punkter" in text
    assert "K1 Beslut om insats fattat, första besök bokat (tid)" in text


def test_only_the_owner_has_buttons(place: Place, case: Case) -> None:
    mine = planning(place.municipality, case)
    assert "Ja , K1 Beslut om insats fattat" in mine
    assert "Ja , K4 Hemtransport" not in mine
    assert "Ja , K4 Hemtransport" in planning(place.ward, case)


def test_one_press_swaps_the_row_and_the_sentence(place: Place, case: Case) -> None:
    client, url = signed_in(place.municipality), reverse("answer_home_ready_point", args=[case.pk])
    answer = client.post(
        url,
        {"point": "CL-K1", "answer": "yes"},
        headers={"HX-Request": "true", "HX-Target": "punkt-CL-K1"},
    )
    text = answer.content.decode()
    assert answer.status_code == 200
    assert text.lstrip().startswith('<li class="lus-point" id="punkt-CL-K1"')
    assert 'id="home-sum" hx-swap-oob="true"' in text
    assert "<html" not in text


def test_a_refused_press_keeps_the_row_and_says_why(place: Place, case: Case) -> None:
    client, url = signed_in(place.municipality), reverse("answer_home_ready_point", args=[case.pk])
    answer = client.post(
        url,
        {"point": "CL-K1", "answer": "no"},
        headers={"HX-Request": "true", "HX-Target": "punkt-CL-K1"},
    )
    assert answer.status_code == 422
    assert "Nej behöver en tid när det är löst." in answer.content.decode()


def test_the_address_fills_in_the_point_and_nothing_else(place: Place, case: Case) -> None:
    url = reverse("answer_home_ready_point", args=[case.pk])
    form = (
        signed_in(place.municipality).get(url, {"point": "CL-K1", "answer": "no", "comment": "Hej"}).context
    )
    assert (form["form"]["point"].value(), form["form"]["answer"].value()) == ("CL-K1", "no")
    assert form["form"]["comment"].value() is None


def test_reasons_stand_with_owner_interval_and_both_texts(place: Place, case: Case) -> None:
    reason = waits(place, case)
    signed_in(place.municipality).post(
        reverse("contest_waiting_reason", args=[case.pk]), {"reason_id": reason, "text": "Beslut finns."}
    )
    text = planning(place.primary_care, case)
    assert "Kommunens beslut · Nacka" in text
    assert "i dag – pågår" in text
    assert "Avdelningen: Beslut saknas." in text
    assert "Beslut finns." in text


def test_the_discharge_page_lists_what_is_open_and_asks_why(place: Place, case: Case) -> None:
    url = reverse("discharge_patient", args=[case.pk])
    client = signed_in(place.ward)
    page = client.get(url).content.decode()
    assert "Öppna punkter i hemgångslistan, hindrar inte" in page
    assert "K4 hemtransport" in page
    answer = client.post(
        url, {"left_at": "2026-03-03 11.25", "destination": "home", "open_points_reason": "Dottern hämtar."}
    )
    assert answer.status_code == 302
    left = Event.objects.get(case_id=case.pk, name="patient_discharged")
    assert left.data["open_points_reason"] == "Dottern hämtar."
    assert "CL-K4" in left.data["open_points"]


def test_the_board_says_how_much_is_done_and_why_one_waits(place: Place, case: Case) -> None:
    waits(place, case)
    page = signed_in(place.ward).get("/discharge/board/").content.decode()
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))
    assert re.search(r"\d+/\d+ Återstår: [^(]+ \([A-Z]\d, [^)]+\) och \d+ till", text)
    assert "Orsak: Kommunens beslut, Nacka, i dag" in text
    assert "Hemgångsklara" in text
