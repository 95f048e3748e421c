"""Mål i en tidigare plan: the newest other plan of the same person that the viewer's unit takes part in."""

from dataclasses import dataclass
from datetime import datetime

from lus.organisations.actor import Actor
from lus.swedish_time import local_date
from sip.models import Plan
from sip.rules.document.facts import DocumentFacts
from sip.rules.document.goals_to_reuse import OldGoal, goals_to_reuse

from .plan_facts import own_events, process_of
from .shown_document import shown_document
from .visible import readable_plans


@dataclass(frozen=True, slots=True)
class OlderGoals:
    """``reference``: the older plan's code; ``made_on``: the Swedish day, ISO, when its latest version was locked."""

    reference: str
    made_on: str
    goals: tuple[OldGoal, ...]


def older_goals(viewer: Actor, plan: Plan, document: DocumentFacts, *, at: datetime) -> OlderGoals | None:
    """Return what can be taken along to ``document``, None when there is nothing. Whatever its age, one plan is read.

    What the unit may not read there, because no consent holds, is not offered here.
    """
    earlier = readable_plans(viewer).filter(person_id=plan.person_id, version__gt=0).exclude(pk=plan.pk)
    old = earlier.order_by("-opened_at").first()
    if old is None:
        return None
    version = shown_document(viewer, old, process_of(old), own_events(old.pk), at=at).locked
    if version is None:
        return None
    goals = goals_to_reuse(version.rows, document.rows, str(plan.pk), local_date(at))
    return OlderGoals(old.reference, local_date(version.locked_at).isoformat(), goals) if goals else None
