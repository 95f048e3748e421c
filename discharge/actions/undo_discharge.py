"""Rätta utskrivning: the discharge was entered by mistake (the same day; later it is a readmission)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission

from .case_act import begin
from .free_text import tidy_text


@transaction.atomic
def undo_discharge(
    *, case_id: UUID, actor: Actor, at: datetime, reason: str, seen_version: int | None = None
) -> CaseFacts:
    """Undo the discharge, with the reason in words; the units that were told are told this too."""
    act = begin(
        "undo_discharge",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.REGISTER_STAY,
        seen_version=seen_version,
    )
    reason = tidy_text(reason, "reason", required=True)
    recipients = [unit.unit_id for unit in act.facts.active_units]
    return act.record(New("discharge_corrected", {"reason": reason, "recipients": recipients}))
