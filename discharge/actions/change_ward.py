"""Byt avdelning: the same case, a new ward of the same hospital. The ward that is left reads what it had."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission

from .case_act import begin
from .late import late_data
from .ward_chosen import receiving_ward, refuse_second_stay


@transaction.atomic
def change_ward(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    to_ward_id: UUID,
    moved_at: datetime,
    late_reason: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """Move the patient to ``to_ward_id`` at ``moved_at``. It holds from then, whether or not anybody confirms."""
    act = begin(
        "change_ward",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.REGISTER_STAY,
        happened_at=moved_at,
        time_field="moved_at",
        seen_version=seen_version,
    )
    ward = receiving_ward(act.facts, to_ward_id, keeping=True)
    refuse_second_stay(act.facts.person_id, ward)
    data = {
        "from_ward_id": act.facts.ward_id,
        "to_ward_id": str(ward.pk),
        **late_data(moved_at, at, late_reason),
    }
    return act.record(New("ward_changed", data, happened_at=moved_at))
