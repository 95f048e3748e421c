"""SIP on the pages: who came, the section of the case, the words on the board, and no plan under ÖPT."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from discharge.models import Case
from sip.actions.answer_sip_summons import answer_sip_summons
from sip.actions.cancel_sip_meeting import cancel_sip_meeting
from tests.factories import NOW, Place, a_place, signed_in

from .sip_pages import SOON
from .test_acts import a_case_before

AT = NOW + timedelta(hours=1, minutes=30)
pytestmark = [pytest.mark.django_db, pytest.mark.at(AT)]
SUMMONED = ("sip", "consent", "summons")


@pytest.fixture
def place() -> Place:
    return a_place()


def section(place: Place, case: Case) -> str:
    return signed_in(place.municipality).get(f"/discharge/{case.pk}/?section=sip").content.decode()


def test_each_called_unit_has_an_input_and_is_recorded(place: Place) -> None:
    case = a_case_before(place, SUMMONED)
    client, url = signed_in(place.primary_care), reverse("record_sip_meeting", args=[case.pk])
    unit = f"unit_{place.municipality.unit_id}"
    assert unit in client.get(url).context["form"].fields
    left_out: dict[str, Any] = {"person": "video"}
    assert client.post(url, left_out).status_code == 422
    assert client.post(url, {**left_out, unit: "phone"}).status_code == 302
    assert Case.objects.get(pk=case.pk).sip_state == "held"


def test_the_section_says_who_has_answered_and_what_became_of_the_meeting(place: Place) -> None:
    case = a_case_before(place, SUMMONED)
    assert "har inte svarat" in section(place, case)
    answer_sip_summons(case_id=case.pk, actor=place.municipality, at=SOON, answer="sends_other", text="Bo")
    shown = section(place, case)
    assert "skickar någon annan" in shown
    cancel_sip_meeting(case_id=case.pk, actor=place.primary_care, at=SOON, reason="Krock")
    assert "Mötet inställt" in section(place, case)


def test_the_section_tells_the_plan_and_every_event_has_its_line(place: Place) -> None:
    case = a_case_before(place, ("offer", *SUMMONED, "meeting", "plan"))
    shown = section(place, case)
    for words in ("Plan, version 1", "Upprättad", "Klara trappan", "Övergripande ansvar: regionen"):
        assert words in shown
    events = signed_in(place.ward).get(f"/discharge/{case.pk}/").content.decode()
    for words in ("SIP erbjuden", "SIP-möte hållet", "Personen: video.", "SIP: upprättad"):
        assert words in events


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ((), "Behov ej bedömt"),
        (("sip",), "Behov finns"),
        (("offer",), "Erbjuden"),
        (SUMMONED, "Kallad"),
        ((*SUMMONED, "meeting"), "Möte hållet"),
        ((*SUMMONED, "meeting", "plan"), "Upprättad"),
    ],
)
def test_the_board_says_where_the_plan_stands(place: Place, before: tuple[str, ...], words: str) -> None:
    a_case_before(place, before)
    assert words in signed_in(place.ward).get("/discharge/board/").content.decode()
