"""Personens tidigare plan: the newest other one that the viewer's unit takes part in, as that unit may read it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from lus.organisations.actor import Actor
from lus.swedish_time import local_date
from sip.models import Plan
from sip.rules.document.facts import Version

from .plan_facts import own_events, process_of
from .shown_document import shown_document
from .visible import readable_plans


@dataclass(frozen=True, slots=True)
class EarlierPlan:
    """``version``: its newest locked one, in force or not; ``made_on``: the Swedish day when that was locked."""

    plan: Plan
    version: Version

    @property
    def made_on(self) -> date:
        return local_date(self.version.locked_at)


def earlier_plan(viewer: Actor, person_id: UUID, *, beside: UUID, at: datetime) -> EarlierPlan | None:
    """Return the plan, or None when there is none to read. ``beside``: id of the plan, or of the case, in hand.

    Whatever the person's age, one plan is read.
    """
    others = readable_plans(viewer).filter(person_id=person_id, version__gt=0)
    old = others.exclude(Q(pk=beside) | Q(case_id=beside)).order_by("-opened_at").first()
    if old is None:
        return None
    version = shown_document(viewer, old, process_of(old), own_events(old.pk), at=at).locked
    return EarlierPlan(old, version) if version else None
