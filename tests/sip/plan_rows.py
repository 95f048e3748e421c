"""A whole plan, written by the units that it is about."""

from typing import Any
from uuid import UUID, uuid5

from lus.organisations.actor import Actor
from sip.actions.confirm_plan_version import confirm_plan_version
from sip.actions.lock_plan_version import lock_plan_version
from sip.actions.save_plan_row import save_plan_row
from sip.models import Plan
from sip.queries.plan_facts import own_events
from sip.rules.document.facts import DocumentFacts
from sip.rules.document.fold_document import fold_document
from sip.rules.document.row_ids import row_id_of

GOAL, REGION, MUNICIPALITY = "goal", "region", "municipality"


def document(plan: Plan) -> DocumentFacts:
    return fold_document(own_events(plan.pk))


def row_id(plan: Plan, name: str) -> UUID:
    return uuid5(plan.pk, name)


def whole_plan(plan: Plan, region: Actor, municipality: Actor) -> dict[str, tuple[str, dict[str, str]]]:
    """Return ``name: (section, values)`` of a plan with a measure on each side."""
    measure = {"goal_id": str(row_id(plan, GOAL)), "due_on": "2026-05-01"}
    return {
        "why": ("why_now", {"why": "Gun flyttar hem."}),
        "important": ("important", {"words": "Att få bo hemma med katten."}),
        "need": ("need", {"area": "daily_life", "words": "Svårt att duscha.", "principals": "both"}),
        GOAL: ("goal", {"words": "Duscha själv.", "target_on": "2026-05-01"}),
        REGION: (
            "intervention",
            {**measure, "what": "Träna.", "unit_id": str(region.unit_id), "principal": "region"},
        ),
        MUNICIPALITY: (
            "intervention",
            {**measure, "what": "Stöd.", "unit_id": str(municipality.unit_id), "principal": "municipality"},
        ),
        "others": ("others_needed", {"others": "none"}),
        "overall": ("responsibility", {"overall_principal": "municipality"}),
        "came": ("attendance", {"who": "Eva Nord", "how": "physical"}),
        "took_part": ("participation", {"how": "physical"}),
        "next": ("follow_up", {"on": "2026-04-15"}),
    }


def write(plan: Plan, actor: Actor, rows: dict[str, tuple[str, dict[str, str]]], **given: Any) -> None:
    """Save the rows, over what stands there."""
    for name, (section, values) in rows.items():
        held = document(plan).row(row_id_of(str(plan.pk), section, str(row_id(plan, name))))
        more: dict[str, Any] = {"row_id": row_id(plan, name), "row_version": held.row_version if held else 0}
        save_plan_row(case_id=plan.pk, actor=actor, section=section, values=values, **more, **given)


def locked(plan: Plan, leader: Actor, **given: Any) -> str:
    """Lock what is written, and return the sum of its content."""
    lock_plan_version(case_id=plan.pk, actor=leader, consented=True, **given)
    version = document(plan).locked
    assert version is not None
    return version.content_hash


def confirmed(plan: Plan, *actors: Actor, **given: Any) -> None:
    """Let each unit confirm the locked version."""
    version = document(plan).locked
    assert version is not None
    for actor in actors:
        confirm_plan_version(case_id=plan.pk, actor=actor, content_hash=version.content_hash, **given)
