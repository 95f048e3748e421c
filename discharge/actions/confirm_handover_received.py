"""Bekräfta överlämningen, intern rutin: who takes over says that the information has arrived (LUS 3 kap. 2 §)."""

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
def confirm_handover_received(
    *, case_id: UUID, actor: Actor, at: datetime, seen_version: int | None = None
) -> CaseFacts:
    """Confirm every part that has been sent. The ward is told."""
    act = begin(
        "confirm_handover_received",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.ACKNOWLEDGE,
        seen_version=seen_version,
    )
    parts = [part.key for part in act.facts.leaving.parts if part.sent_at]
    return act.record(
        *acknowledged_by_acting(act.facts, actor),
        New("handover_received", {"unit_id": str(actor.unit_id), "parts": parts}),
    )
