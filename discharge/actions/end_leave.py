"""Åter från permission: the patient is back on the ward."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission

from .case_act import begin
from .late import late_data


@transaction.atomic
def end_leave(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    back_at: datetime,
    late_reason: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """Register that the patient came back at ``back_at``."""
    act = begin(
        "end_leave",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.REGISTER_STAY,
        happened_at=back_at,
        time_field="back_at",
        seen_version=seen_version,
    )
    return act.record(New("leave_ended", late_data(back_at, at, late_reason), happened_at=back_at))
