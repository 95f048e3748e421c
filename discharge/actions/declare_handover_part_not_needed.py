"""Delen behövs inte: LUS 3 kap. 2 §. A required part may be left out, with the reason; adding it later undoes that."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import AlreadyDone

from .add_handover_part import known_part
from .case_act import begin
from .free_text import tidy_text


@transaction.atomic
def declare_handover_part_not_needed(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    part: str,
    reason: str,
    seen_version: int | None = None,
) -> CaseFacts:
    """Say that ``part`` (a key of ``PARTS``) is not needed, with the reason in words."""
    act = begin(
        "declare_handover_part_not_needed",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SEND_WARD_NOTICES,
        seen_version=seen_version,
    )
    known_part(part)
    reason = tidy_text(reason, "reason", required=True)
    known = act.facts.leaving.part(part)
    if known.not_needed_at:
        raise AlreadyDone(
            "Delen är redan angiven som att den inte behövs.", "Ni behöver inte göra något mer."
        )
    if known.sent_at:
        raise AlreadyDone("Delen är redan skickad.", "Lägg till en ny version om något är fel i den.")
    return act.record(New("handover_part_declared_not_needed", {"part": part, "reason": reason}))
