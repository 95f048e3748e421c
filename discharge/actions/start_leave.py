"""Permission: the patient is away from the ward for a while. Whole days away are not paid (tolkning D-10)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .case_act import begin
from .late import late_data


@transaction.atomic
def start_leave(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    left_at: datetime,
    expected_back: datetime | None = None,
    late_reason: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """Register that the patient went on leave at ``left_at``. ``expected_back``: None = not known."""
    act = begin(
        "start_leave",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.REGISTER_STAY,
        happened_at=left_at,
        time_field="left_at",
        seen_version=seen_version,
    )
    if expected_back is not None and expected_back <= left_at:
        raise InvalidInput(
            "Patienten väntas åter innan permissionen börjar.",
            "Ange en senare tid, eller lämna tomt.",
            code="back-before-leave",
            field="expected_back",
        )
    data = {
        "expected_back": expected_back.isoformat() if expected_back else None,
        **late_data(left_at, at, late_reason),
    }
    return act.record(New("leave_started", data, happened_at=left_at))
