"""Planering påbörjas: LUS 2 kap. 6 §. The unit has begun; the law lays down no number of hours."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission

from .acknowledge_by_act import acknowledged_by_acting
from .case_act import begin


@transaction.atomic
def start_planning(
    *, case_id: UUID, actor: Actor, at: datetime, seen_version: int | None = None
) -> CaseFacts:
    """State that the actor's unit has begun to plan."""
    act = begin(
        "start_planning",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.ANSWER_NOTICE,
        seen_version=seen_version,
    )
    return act.record(
        *acknowledged_by_acting(act.facts, actor), New("planning_started", {"unit_id": str(actor.unit_id)})
    )
