"""Rätta registrering av avliden: it was entered on the wrong patient; the case stands as before."""

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
def undo_death(
    *, case_id: UUID, actor: Actor, at: datetime, reason: str, seen_version: int | None = None
) -> CaseFacts:
    """Undo the record, with the reason in words."""
    act = begin(
        "undo_death",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.RECORD_DEATH,
        seen_version=seen_version,
    )
    reason = tidy_text(reason, "reason", required=True)
    recipients = [unit.unit_id for unit in act.facts.active_units]
    return act.record(New("death_record_corrected", {"reason": reason, "recipients": recipients}))
