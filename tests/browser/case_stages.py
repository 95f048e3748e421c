"""Cases in every stage that a page can show, made by the real acts."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from discharge.actions.correct_message import correct_message
from discharge.actions.discharge_patient import discharge_patient
from discharge.actions.name_care_contact import name_care_contact
from discharge.actions.record_death import record_death
from discharge.actions.record_information_consent import record_information_consent
from discharge.actions.register_admission import register_admission
from discharge.actions.report_ready_to_receive import report_ready_to_receive
from discharge.actions.report_wrong_recipient import report_wrong_recipient
from discharge.actions.send_message import send_message
from discharge.actions.state_outpatient_readiness import state_outpatient_readiness
from discharge.actions.withdraw_message import withdraw_message
from discharge.models import Case
from lus.persons.models import Person
from sip.actions.assess_sip_need import assess_sip_need
from sip.actions.record_sip_consent import record_sip_consent
from tests.factories import NOW, Place, a_case, mark_ready

DAYS = timedelta(days=1)


def registered(place: Place, person: Person) -> Case:
    admitted = NOW - timedelta(hours=3)
    return register_admission(person_id=person.pk, actor=place.ward, admitted_at=admitted, at=NOW)


def noticed(place: Place, person: Person) -> Case:
    return a_case(place, at=NOW - timedelta(hours=3), person=person)


def planned(place: Place, person: Person, days: int = 4) -> Case:
    at = NOW - days * DAYS
    case = a_case(place, at=at, person=person)
    later, nurse = at + timedelta(hours=1), place.primary_care
    name_care_contact(case_id=case.pk, actor=nurse, at=later, name="Eva Nordin", title="Distriktssköterska")
    assess_sip_need(case_id=case.pk, actor=nurse, at=later, needed=True)
    return case


def talked_about(place: Place, case: Case, at: datetime) -> None:
    """The ward has written to all, corrected it, and taken another message back; primary care has answered."""
    known: dict[str, Any] = {"case_id": case.pk, "at": at}
    record_information_consent(**known, actor=place.ward, state="given")
    units = [place.municipality.unit_id, place.primary_care.unit_id]
    for text in ("Rullatorn kommer på onsdag.", "Gäller någon annan."):
        write: dict[str, Any] = {"recipients": units, "category": "aids", "text": text, "ack_wanted": True}
        facts = send_message(**known, actor=place.ward, **write)
    first, second = (UUID(message.event_id) for message in facts.messages)
    correct_message(
        **known, actor=place.ward, message_id=first, text="Rullatorn kommer i dag.", reason="Ny dag"
    )
    withdraw_message(**known, actor=place.ward, message_id=second, reason="Fel patient")
    answer: dict[str, Any] = {
        "recipients": [place.ward.unit_id],
        "category": "aids",
        "reply_to": first,
    }
    send_message(**known, actor=place.primary_care, text="Tack.", **answer)


def ready(place: Place, person: Person) -> Case:
    case = mark_ready(place, planned(place, person, 9), at=NOW - 6 * DAYS)
    talked_about(place, case, NOW - 6 * DAYS)
    record_sip_consent(case_id=case.pk, actor=place.ward, at=NOW - 5 * DAYS, state="given")
    state_outpatient_readiness(case_id=case.pk, actor=place.primary_care, at=NOW - 4 * DAYS, ready=True)
    report_ready_to_receive(case_id=case.pk, actor=place.municipality, at=NOW - 3 * DAYS, what="Hemtjänst")
    return case


def misdirected(place: Place, person: Person) -> Case:
    case = noticed(place, person)
    report_wrong_recipient(case_id=case.pk, actor=place.primary_care, at=NOW - DAYS / 24, reason="moved")
    return case


def at_home(place: Place, person: Person) -> Case:
    case, left = ready(place, person), NOW - timedelta(hours=1)
    discharge_patient(case_id=case.pk, actor=place.ward, at=left, left_at=left, destination="home")
    return case


def dead(place: Place, person: Person) -> Case:
    case, died = planned(place, person), NOW - timedelta(hours=1)
    record_death(case_id=case.pk, actor=place.ward, at=died, died_at=died, confirmed=True)
    return case


STAGES: tuple[Callable[[Place, Person], Case], ...] = (
    ready,
    registered,
    noticed,
    planned,
    misdirected,
    at_home,
    dead,
)
