"""Avvisa: this unit is not concerned, with a reason."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .acknowledge_by_act import acknowledged_by_acting
from .case_act import begin
from .free_text import tidy_text

REASONS = {
    "not_resident_here": "Inte bosatt här",
    "no_need_of_us": "Inget behov av oss",
    "person_opposes": "Personen motsätter sig",
    "other": "Annat",
}


@transaction.atomic
def decline_case(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    reason: str,
    text: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """Decline. ``reason`` is a key of ``REASONS``; ``other`` needs a text."""
    act = begin(
        "decline_case",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.ANSWER_NOTICE,
        seen_version=seen_version,
    )
    text = tidy_text(text, "text")
    if reason not in REASONS:
        raise InvalidInput("Ett skäl behöver anges.", "Välj ett skäl ur listan.", field="reason")
    if reason == "other" and not text:
        raise InvalidInput("Skälet Annat behöver förklaras.", "Skriv med några ord varför.", field="text")
    return act.record(
        *acknowledged_by_acting(act.facts, actor),
        New("case_declined", {"unit_id": str(actor.unit_id), "reason": reason, "text": text}),
    )
