"""Vet ej: the answer is not known yet, and this is when it is asked again (intern rutin, 24 hours)."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .case_act import begin
from .planning_by_act import begun_by_answering
from .planning_field import own_field, refuse_newer_answer

CHASED_AFTER = timedelta(hours=24)  # intern rutin, not law
LONGEST = timedelta(days=14)


@transaction.atomic
def mark_planning_field_unknown(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    field: str,
    chase_at: datetime | None = None,
    seen_version: int | None = None,
) -> CaseFacts:
    """Answer "vet ej". ``chase_at``: when it comes back (24 hours from now unless said; at most 14 days)."""
    act = begin(
        "mark_planning_field_unknown",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.PLAN,
        seen_version=seen_version,
    )
    asked = own_field(act.facts, actor, field)
    refuse_newer_answer(asked, actor, seen_version, "Vet ej")
    chase_at = chase_at or at + CHASED_AFTER
    if not at < chase_at <= at + LONGEST:
        raise InvalidInput(
            "Frågan behöver tas upp igen inom 14 dagar.",
            "Välj en tid framåt, högst 14 dagar bort.",
            field="chase_at",
        )
    data = {"field": field, "chase_at": chase_at.isoformat(), "unit_id": asked.unit_id}
    return act.record(*begun_by_answering(act.facts, actor), New("planning_field_unknown", data))
