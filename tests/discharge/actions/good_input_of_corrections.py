"""Corrections and late registrations with input that is right."""

from datetime import timedelta
from typing import Any

from discharge.actions.confirm_correction import confirm_correction
from discharge.actions.confirm_late_registration import confirm_late_registration
from discharge.actions.contest_late_registration import contest_late_registration
from discharge.actions.correct_event import correct_event
from discharge.actions.register_paper_notice import register_paper_notice

from .correction_lives import on_paper, proposed, registered
from .life import Life
from .one_try import Try


def earlier(life: Life, **delta: float) -> dict[str, Any]:
    """Say that the patient left so much earlier."""
    event = life.last("patient_discharged")
    left_at = event.happened_at - timedelta(**delta or {"minutes": 5})
    return {"event_id": event.pk, "values": {"happened_at": left_at.isoformat()}, "reason": "Fel klockslag"}


def _registration(life: Life) -> dict[str, Any]:
    return {"registration_id": life.last("late_registration_made").pk}


CORRECTION_TRIES = (
    Try(correct_event, "ward", ("event_corrected",), life=lambda: Life().left(), arguments=earlier),
    Try(
        confirm_correction,
        "ward",
        ("event_corrected",),
        life=proposed,
        arguments=lambda life: {"proposal_id": life.last("event_correction_proposed").pk},
    ),
    Try(
        register_paper_notice,
        "ward",
        ("late_registration_made",),
        life=lambda: Life().later(hours=3).ready(),
        arguments=on_paper,
    ),
    Try(
        confirm_late_registration,
        "municipality",
        ("late_registration_confirmed",),
        life=registered,
        arguments=_registration,
    ),
    Try(
        contest_late_registration,
        "municipality",
        ("late_registration_contested",),
        life=registered,
        arguments=lambda life: {**_registration(life), "text": "Inget fax kom"},
    ),
)
