"""Felregistrerat ärende: the stay was never so. Everything stays readable, nothing counts."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import CLOCK, Actor
from lus.organisations.roles import Permission

from .case_act import begin
from .free_text import tidy_text


@transaction.atomic
def void_case(
    *, case_id: UUID, actor: Actor, at: datetime, reason: str, seen_version: int | None = None
) -> CaseFacts:
    """Void the case, with the reason in words; the units that were told are told this too."""
    act = begin(
        "void_case",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.REGISTER_STAY,
        seen_version=seen_version,
    )
    reason = tidy_text(reason, "reason", required=True)
    recipients = [unit.unit_id for unit in act.facts.active_units]
    return act.record(
        New("case_entered_in_error", {"reason": reason, "recipients": recipients}),
        New("case_closed", {"reason": "entered_in_error"}, by=CLOCK),
    )
