"""Flytta en fråga: another unit of the case answers it instead. It may send the question back the same way."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .case_act import begin
from .planning_by_act import begun_by_answering
from .planning_field import own_field


@transaction.atomic
def reassign_planning_field(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    field: str,
    unit_id: UUID,
    seen_version: int | None = None,
) -> CaseFacts:
    """Move ``field`` to the ward or to a unit at work in the case; it is told, and then owes the answer."""
    act = begin(
        "reassign_planning_field",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.PLAN,
        seen_version=seen_version,
    )
    asked = own_field(act.facts, actor, field)
    active = {act.facts.ward_id, *(unit.unit_id for unit in act.facts.active_units)}
    if str(unit_id) not in active - {asked.unit_id}:
        raise InvalidInput(
            "Frågan kan bara flyttas till en annan enhet som är med i ärendet.",
            "Välj en enhet i listan. Saknas den: be avdelningen lägga till den.",
            field="unit_id",
        )
    data = {"field": field, "from_unit_id": asked.unit_id, "unit_id": str(unit_id)}
    return act.record(*begun_by_answering(act.facts, actor), New("planning_field_reassigned", data))
