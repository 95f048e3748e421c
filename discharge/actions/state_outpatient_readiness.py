"""Öppenvårdens insatser klara: LUS 5 kap. 5 §. Without it no municipality pays."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission

from .acknowledge_by_act import acknowledged_by_acting
from .case_act import begin
from .late import late_data


@transaction.atomic
def state_outpatient_readiness(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    ready: bool,
    happened_at: datetime | None = None,
    late_reason: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """State whether regional outpatient care is available after discharge, and since when."""
    act = begin(
        "state_outpatient_readiness",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.STATE_OUTPATIENT_CARE,
        happened_at=happened_at,
        seen_version=seen_version,
    )
    data = {"unit_id": str(actor.unit_id), "ready": ready, **late_data(happened_at, at, late_reason)}
    return act.record(
        *acknowledged_by_acting(act.facts, actor),
        New("outpatient_readiness_stated", data, happened_at=happened_at),
    )
