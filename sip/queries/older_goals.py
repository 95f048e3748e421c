"""Mål i en tidigare plan: what can be taken along to the plan in hand."""

from dataclasses import dataclass
from datetime import datetime

from lus.organisations.actor import Actor
from lus.swedish_time import local_date
from sip.models import Plan
from sip.rules.document.facts import DocumentFacts
from sip.rules.document.goals_to_reuse import OldGoal, goals_to_reuse

from .earlier_plan import EarlierPlan, earlier_plan


@dataclass(frozen=True, slots=True)
class OlderGoals:
    """``goals``: at least one."""

    earlier: EarlierPlan
    goals: tuple[OldGoal, ...]


def older_goals(viewer: Actor, plan: Plan, document: DocumentFacts, *, at: datetime) -> OlderGoals | None:
    """Return the goals of ``earlier_plan`` that ``document`` does not say, None when there are none.

    What the unit may not read there, because no consent holds, is not offered here.
    """
    earlier = earlier_plan(viewer, plan.person_id, beside=plan.pk, at=at)
    if earlier is None:
        return None
    goals = goals_to_reuse(earlier.version.rows, document.rows, str(plan.pk), local_date(at))
    return OlderGoals(earlier, goals) if goals else None
