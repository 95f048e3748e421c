"""Corrections and late registrations with input that is right."""

from datetime import timedelta
from typing import Any

from discharge.actions.confirm_correction import confirm_correction
from discharge.actions.correct_event import correct_event

from .correction_lives import proposed
from .life import Life
from .one_try import Try


def earlier(life: Life, **delta: float) -> dict[str, Any]:
    """Say that the patient left so much earlier."""
    event = life.last("patient_discharged")
    left_at = event.happened_at - timedelta(**delta or {"minutes": 5})
    return {"event_id": event.pk, "values": {"happened_at": left_at.isoformat()}, "reason": "Fel klockslag"}


CORRECTION_TRIES = (
    Try(correct_event, "ward", ("event_corrected",), life=lambda: Life().left(), arguments=earlier),
    Try(
        confirm_correction,
        "ward",
        ("event_corrected",),
        life=proposed,
        arguments=lambda life: {"proposal_id": life.last("event_correction_proposed").pk},
    ),
)
