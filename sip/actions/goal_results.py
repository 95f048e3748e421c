"""Utvärdering per mål at a follow-up: kept in the plan's own stream, beside what the process says of the whole."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from discharge.actions.case_act import refuse
from discharge.actions.free_text import tidy_text
from lus.events.record import New, lock_stream, record
from lus.organisations.actor import Actor
from sip.models import Plan
from sip.queries.plan_facts import own_events
from sip.rules.document.evaluation import refuse_results
from sip.rules.document.facts import GoalResult
from sip.rules.document.fold_document import fold_document

GIVEN = ("goal_id", "result", "person_words", "unit_words")
Results = Sequence[Mapping[str, str]]


def locked_plan(subject_id: UUID) -> Plan | None:
    """Lock the own stream of the plan that ``subject_id`` (a case, or a plan outside hospital) carries.

    Before its case: the order of every act that needs both.
    """
    plan = Plan.objects.filter(Q(case_id=subject_id) | Q(pk=subject_id)).first()
    if plan is not None:
        lock_stream(plan.pk)
    return plan


def checked_results(plan: Plan | None, results: Results) -> list[dict[str, Any]]:
    """Return the results as they are kept. Raises the refusal ``results-missing`` unless each goal has one."""
    document = fold_document(own_events(plan.pk)) if plan else None
    version = document.in_force if document else None
    given = [GoalResult(**{name: str(one.get(name, "")) for name in GIVEN}) for one in results]
    refuse(refuse_results(version.rows if version else (), given))
    for one in given:
        tidy_text(one.person_words, "results")
        tidy_text(one.unit_words, "results")
    return [asdict(one) for one in given]


def keep_beside(plan: Plan, data: Mapping[str, Any], *, actor: Actor, at: datetime) -> None:
    """Record the evaluation of a plan in a discharge in its own stream; the case has the process."""
    record(plan.pk, [New("sip_followed_up", dict(data))], actor=actor, at=at)
