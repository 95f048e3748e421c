"""The case after a correction, and a notice from paper: what the timeline and the payment section show."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from discharge.actions.correct_event import correct_event
from discharge.models import Case
from lus.events.models import Event
from tests.discharge.actions.test_corrections import correct, home_on
from tests.factories import NOW, Place, a_case, a_place, signed_in

from .correction_pages import BEFORE_CORRECTIONS, PAPER

AT = NOW + timedelta(hours=1, minutes=30)
pytestmark = [pytest.mark.django_db, pytest.mark.at(AT)]


def page_of(who: Any, case: Case, section: str = "") -> str:
    answer = signed_in(who).get(reverse("case", args=[case.pk]), {"section": section} if section else {})
    return " ".join(answer.content.decode().split())


def left() -> tuple[Place, Case, Event]:
    place = a_place()
    case = a_case(place)
    BEFORE_CORRECTIONS["left"](place, case)
    return place, case, Event.objects.get(case_id=case.pk, name="patient_discharged")


def test_the_old_value_stands_behind_the_word_rattad() -> None:
    place, case, event = left()
    correct_event(
        case_id=case.pk,
        actor=place.ward,
        at=AT,
        event_id=event.pk,
        values={"destination": "short_term"},
        reason="Fel rad",
    )
    for who in (place.ward, place.municipality):
        shown = page_of(who, case)
        assert "<summary>Rättad</summary>" in shown
        assert "Till: Ordinärt boende → Korttidsboende." in shown
        assert "Orsak: Fel rad." in shown


def test_only_the_own_units_facts_have_a_link() -> None:
    place, case, event = left()
    address = f"{reverse('correct_event', args=[case.pk])}?event_id={event.pk}"
    assert address in page_of(place.ward, case)
    assert address not in page_of(place.municipality, case)


def test_choosing_another_fact_shows_its_fields_and_does_nothing() -> None:
    place, case, _ = left()
    client, url = signed_in(place.ward), reverse("correct_event", args=[case.pk])
    form = client.get(url).context["form"]
    other = Event.objects.get(case_id=case.pk, name="case_opened")
    answer = client.post(
        url, {"event_id": str(other.pk), "shown_for": form["shown_for"].value(), "reason": "Fel form"}
    )
    assert answer.status_code == 200
    assert "care_form" in answer.context["form"].fields
    assert "happened_at" not in answer.context["form"].fields
    assert "Fel form" in answer.content.decode()
    assert not Event.objects.filter(case_id=case.pk, name="event_corrected").exists()


def test_the_payment_section_tells_which_days_went() -> None:
    from datetime import date

    life = home_on(date(2026, 3, 9))
    correct(
        life,
        "patient_discharged",
        happened_at=life.last("patient_discharged").happened_at - timedelta(days=1),
    )
    with time_machine.travel(life.at, tick=False):
        for who in (life.ward, life.municipality):
            shown = page_of(who, life.case, "payment")
            assert "3 → 2 räknade dagar: sön 8/3 räknas inte längre." in shown


def test_a_notice_from_paper_is_registered_and_shown_with_both_times() -> None:
    place = a_place()
    case = a_case(place)
    BEFORE_CORRECTIONS["faxed"](place, case)
    client, url = signed_in(place.ward), reverse("register_paper_notice", args=[case.pk])
    notice = Event.objects.get(case_id=case.pk, name="ready_notice_sent")
    typed = {**PAPER, "event_id": str(notice.pk), "unit_id": str(place.municipality.unit_id)}
    assert client.post(url, typed | {"serial": "kort"}).status_code == 422
    assert client.post(url, typed).status_code == 302
    shown = page_of(place.municipality, case)
    assert "Efterregistrerat: gick på papper i dag 10.50, i systemet i dag 11.00." in shown
    assert "Väntar på mottagarens svar." in shown
    assert reverse("confirm_late_registration", args=[case.pk]) in shown
