"""The one writer of a plan's row: what the facts say, as lists show it."""

from typing import Any
from uuid import UUID

from discharge.rules.facts import CaseFacts
from discharge.rules.owed_by_outpatient import summoning_unit
from sip.models import Plan, PlanUnit

from .meeting_picture import save_meeting


def plan_columns(facts: CaseFacts) -> dict[str, Any]:
    """Return every column of ``Plan`` that follows from the facts."""
    sip = facts.sip
    called = sip.called if sip.state == "summoned" else ()
    answered = {one.unit_id for one in sip.answers}
    return {
        "state": sip.state,
        "needed": facts.sip_needed,
        "consent": facts.sip_consent,
        "meeting_at": sip.meeting_at if sip.state == "summoned" else None,
        "asked": len(called),
        "awaited": [UUID(unit_id) for unit_id in called if unit_id not in answered],
        "responsible": sip.responsible,
        "follow_up_on": sip.follow_up_on,
        "version": sip.version,
        "closed_at": sip.closed_at if sip.state == "closed" else None,
    }


def leading_unit(facts: CaseFacts) -> dict[str, UUID | None]:
    """Return who leads a plan in a discharge: the outpatient unit that calls (LUS 4 kap. 3 §), if there is one."""
    unit = summoning_unit(facts)
    return {"led_by_id": UUID(unit.unit_id) if unit else None}


def unit_rows(facts: CaseFacts) -> dict[UUID, dict[str, str]]:
    """Return role and state of each unit of a plan outside hospital, by id."""
    return {UUID(unit.unit_id): {"role": unit.role, "state": unit.state} for unit in facts.units}


def save_plan_in_case(plan_id: UUID, facts: CaseFacts) -> None:
    """Write the row of a plan in a discharge, and its meeting."""
    Plan.objects.filter(pk=plan_id).update(**plan_columns(facts), **leading_unit(facts))
    save_meeting(plan_id, facts)


def save_plan_outside(plan_id: UUID, facts: CaseFacts) -> None:
    """Write the row of a plan outside hospital, its units and its meeting."""
    Plan.objects.filter(pk=plan_id).update(**plan_columns(facts))
    for unit_id, columns in unit_rows(facts).items():
        PlanUnit.objects.update_or_create(plan_id=plan_id, unit_id=unit_id, defaults=columns)
    save_meeting(plan_id, facts)
