"""Klar att ta emot: the unit can take over; it says what begins and when the first contact is."""

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


@transaction.atomic
def report_ready_to_receive(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    what: str,
    first_contact_at: datetime | None = None,
    seen_version: int | None = None,
) -> CaseFacts:
    """Report ready. ``what`` begins (at most 200 characters), and the time of the first contact if it is known."""
    act = begin(
        "report_ready_to_receive",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.ANSWER_NOTICE,
        seen_version=seen_version,
    )
    if not what.strip() or len(what) > 200:
        raise InvalidInput(
            "Avdelningen behöver veta vad som startar hemma.", "Skriv det med högst 200 tecken.", field="what"
        )
    return act.record(
        *acknowledged_by_acting(act.facts, actor),
        New(
            "unit_ready_to_receive",
            {
                "unit_id": str(actor.unit_id),
                "what": what.strip(),
                "first_contact_at": first_contact_at.isoformat() if first_contact_at else None,
            },
        ),
    )
