"""Felregistrerad underrättelse: it was never true. Its days are struck through and count for nobody."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import CLOCK, Actor
from lus.organisations.roles import Permission
from lus.swedish_time import local_date

from .case_act import begin
from .free_text import tidy_text


@transaction.atomic
def void_ready_notice(
    *, case_id: UUID, actor: Actor, at: datetime, reason: str, seen_version: int | None = None
) -> CaseFacts:
    """Void the notice in force, with the reason in words."""
    act = begin(
        "void_ready_notice",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SEND_WARD_NOTICES,
        seen_version=seen_version,
    )
    reason = tidy_text(reason, "reason", required=True)
    assert act.facts.open_spell is not None
    recipients = [unit.unit_id for unit in act.facts.active_units]
    return act.record(
        New(
            "ready_notice_entered_in_error",
            {"reason": reason, "recipients": recipients},
            corrects=UUID(act.facts.open_spell.event_id),
        ),
        New(
            "payment_count_stopped",
            {
                "day": local_date(at).isoformat(),
                "explanation": "Underrättelsen var felregistrerad; inga dagar räknas.",
            },
            by=CLOCK,
        ),
    )
