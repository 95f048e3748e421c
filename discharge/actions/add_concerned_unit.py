"""Lägg till enhet: one more concerned unit gets the admission notice, with its own sent time (OB-01)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission

from .case_act import begin
from .ready_notice_too import ready_notice_for
from .send_admission_notice import refuse_receiver


@transaction.atomic
def add_concerned_unit(
    *,
    case_id: UUID,
    unit_id: UUID,
    role: str,
    actor: Actor,
    at: datetime,
    why: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """Add a unit, or take back one that had left. A unit that is already active is refused."""
    act = begin(
        "add_concerned_unit",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SEND_WARD_NOTICES,
        seen_version=seen_version,
        target_id=str(unit_id),
    )
    refuse_receiver(str(unit_id), role, field="unit_id")
    name = "concerned_unit_readded" if act.facts.unit(str(unit_id)) else "concerned_unit_added"
    added = New(name, {"unit_id": str(unit_id), "role": role, "why": why})
    return act.record(added, *ready_notice_for(act.facts, str(unit_id)))
