"""The pages of corrections: who, a sound form, a faulty one, and where the case stands before."""

from datetime import timedelta
from typing import Any

from discharge.actions.correct_event import correct_event
from discharge.actions.discharge_patient import discharge_patient
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


BEFORE_CORRECTIONS: dict[str, Any] = {"left": _left, "proposed": _proposed}
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
)
