"""The pages of corrections: who, a sound form, a faulty one, and where the case stands before."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from discharge.actions.correct_event import correct_event
from discharge.actions.discharge_patient import discharge_patient
from discharge.actions.mark_ready_for_discharge import mark_ready_for_discharge
from discharge.actions.register_paper_notice import register_paper_notice
from discharge.models import Case
from lus.events.models import Event
from tests.discharge.actions.correction_lives import colleague
from tests.factories import NOW, Place

from .told import Told


def _left(place: Place, case: Case) -> None:
    at = NOW + timedelta(hours=1, minutes=20)
    discharge_patient(case_id=case.pk, actor=place.ward, at=at, left_at=at, destination="home")


def _proposed(place: Place, case: Case) -> None:
    """Five days after the discharge a colleague says that the patient left an hour later than that."""
    admitted = case.admitted_at
    left_at = admitted + timedelta(minutes=30)
    discharge_patient(
        case_id=case.pk,
        actor=place.ward,
        at=admitted + timedelta(hours=2),
        left_at=left_at,
        destination="home",
        late_reason="Fullt på avdelningen",
    )
    correct_event(
        case_id=case.pk,
        actor=colleague(place.ward),
        at=left_at + timedelta(days=5),
        event_id=Event.objects.get(case_id=case.pk, name="patient_discharged").pk,
        values={"happened_at": (left_at + timedelta(hours=1)).isoformat()},
        reason="Fel klockslag",
    )


def _faxed(place: Place, case: Case) -> None:
    """The ready notice was sent at 11.00 and had been faxed at 10.55."""
    at = NOW + timedelta(hours=1)
    mark_ready_for_discharge(
        case_id=case.pk,
        actor=place.ward,
        at=at,
        physician="Jonas Ek",
        assessed_at=NOW + timedelta(minutes=30),
        legal_ground="consent",
    )


def _registered(place: Place, case: Case) -> None:
    _faxed(place, case)
    register_paper_notice(
        case_id=case.pk,
        actor=place.ward,
        at=NOW + timedelta(hours=1, minutes=10),
        event_id=Event.objects.get(case_id=case.pk, name="ready_notice_sent").pk,
        happened_at=NOW + timedelta(minutes=50),
        unit_id=UUID(str(place.municipality.unit_id)),
        serial="AVD72-0001",
        channel="fax",
        receiver="Mottagningen",
        reason="Systemet låg nere",
    )


PAPER = {
    "happened_at": "2026-03-03 10.50",
    "channel": "fax",
    "receiver": "Mottagningen",
    "serial": "avd72-0001",
    "reason": "Systemet låg nere",
}
BEFORE_CORRECTIONS: dict[str, Any] = {
    "left": _left,
    "proposed": _proposed,
    "faxed": _faxed,
    "registered": _registered,
}
CORRECTION_PAGES = (
    Told(
        "correct_event",
        "ward",
        {"happened_at": "2026-03-03 11.05", "reason": "Fel klockslag"},
        "event_corrected",
        {"happened_at": "2026-03-03 13.05", "reason": "Fel klockslag"},
        ("left",),
    ),
    Told("confirm_correction", "ward", {}, "event_corrected", {"proposal_id": ""}, ("proposed",)),
    Told("confirm_late_registration", "municipality", {}, "late_registration_confirmed", {}, ("registered",)),
    Told(
        "contest_late_registration",
        "municipality",
        {"text": "Inget fax kom"},
        "late_registration_contested",
        {"text": " "},
        ("registered",),
    ),
)
