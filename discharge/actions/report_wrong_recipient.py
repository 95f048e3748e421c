"""Fel mottagare: the notice came to the wrong unit; it may propose the right one and then sees the case no more."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .case_act import begin
from .send_admission_notice import refuse_receiver

REASONS = {
    "other_municipality": "Annan kommun",
    "other_district": "Annan stadsdel",
    "other_primary_care": "Annan vårdcentral",
    "moved": "Personen har flyttat",
    "other": "Annat",
}


@transaction.atomic
def report_wrong_recipient(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    reason: str,
    suggested_unit_id: UUID | None = None,
    seen_version: int | None = None,
) -> CaseFacts:
    """Tell the ward. ``reason`` is a key of ``REASONS``. The clock of the notice keeps its start."""
    act = begin(
        "report_wrong_recipient",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.ANSWER_NOTICE,
        seen_version=seen_version,
    )
    if reason not in REASONS:
        raise InvalidInput("Ett skäl behöver anges.", "Välj ett skäl ur listan.", field="reason")
    suggested = str(suggested_unit_id) if suggested_unit_id else None
    if suggested:
        _refuse_suggestion(suggested, act.facts)
    return act.record(
        New(
            "wrong_recipient_reported",
            {"unit_id": str(actor.unit_id), "reason": reason, "suggested_unit_id": suggested},
        )
    )


def _refuse_suggestion(suggested: str, facts: CaseFacts) -> None:
    refuse_receiver(suggested, field="suggested_unit_id")
    known = facts.unit(suggested)
    if known is not None and known.is_active:
        raise InvalidInput(
            "Den föreslagna enheten är redan med i ärendet.",
            "Välj en annan enhet, eller lämna förslaget tomt.",
            field="suggested_unit_id",
        )
