"""Återkalla meddelande: nothing is untold. Those who had it see it struck through and acknowledge the withdrawal."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission

from .case_act import begin
from .free_text import tidy_text
from .own_message import sent_by_own, who_had_it


@transaction.atomic
def withdraw_message(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    message_id: UUID,
    reason: str,
    seen_version: int | None = None,
) -> CaseFacts:
    """Take back the own unit's message, read or not, with the reason in words (at most 300 characters)."""
    act = begin(
        "withdraw_message",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.WRITE_MESSAGES,
        seen_version=seen_version,
    )
    message = sent_by_own(act.facts, actor, message_id)
    data = {
        "event_id": message.event_id,
        "reason": tidy_text(reason, "reason", required=True),
        "recipients": who_had_it(act.facts, message),
    }
    return act.record(New("message_withdrawn", data, corrects=UUID(message.event_id)))
