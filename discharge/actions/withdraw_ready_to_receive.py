"""Ändrat: the unit can no longer take over as it said. The ward is told at once."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .case_act import begin


@transaction.atomic
def withdraw_ready_to_receive(
    *, case_id: UUID, actor: Actor, at: datetime, reason: str, seen_version: int | None = None
) -> CaseFacts:
    """Take back "klar att ta emot", with the reason in words (at most 200 characters)."""
    act = begin(
        "withdraw_ready_to_receive",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.ANSWER_NOTICE,
        seen_version=seen_version,
    )
    if not reason.strip() or len(reason) > 200:
        raise InvalidInput("Ett skäl behövs.", "Skriv skälet med högst 200 tecken.", field="reason")
    return act.record(New("unit_ready_withdrawn", {"unit_id": str(actor.unit_id), "reason": reason.strip()}))
