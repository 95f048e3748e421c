"""Samordnad vårdplan i stället för SIP: LUS 4:1, LPT 7 a §, LRV 12 a §. Made when the units have approved it."""

from collections.abc import Sequence
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
from .physician import physician_name


@transaction.atomic
def record_care_plan_instead(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    physician: str,
    approved_by: Sequence[str],
    made_at: datetime,
    late_reason: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """Record the plan of the chief physician (*chefsöverläkare*), with the ids of the units that approved it."""
    act = begin(
        "record_care_plan_instead",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.REGISTER_STAY,
        happened_at=made_at,
        time_field="made_at",
        seen_version=seen_version,
    )
    data = {
        "physician": physician_name(physician),
        "approved_by": _units(act.facts, approved_by),
        **late_data(made_at, at, late_reason),
    }
    return act.record(New("sip_replaced_by_care_plan", data, happened_at=made_at))


def _units(facts: CaseFacts, approved_by: Sequence[str]) -> list[str]:
    chosen = list(dict.fromkeys(str(unit_id) for unit_id in approved_by))
    if not chosen:
        raise InvalidInput(
            "Planen är upprättad först när enheterna har godkänt den.",
            "Kryssa för de enheter som har godkänt.",
            code="approval-missing",
            field="approved_by",
        )
    if any(facts.unit(unit_id) is None for unit_id in chosen):
        raise InvalidInput(
            "En av enheterna är inte med i ärendet.",
            "Välj bland ärendets enheter.",
            code="unknown-unit",
            field="approved_by",
        )
    return chosen
