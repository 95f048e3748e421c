"""The one writer of what a plan's units owe: rows in the plan's own stream, made equal to what the rules say."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.case_act import as_owed
from discharge.queries.facts import facts_of
from discharge.rules.facts import CaseFacts
from lus.deadlines.keep import Owed, keep
from lus.deadlines.models import Subject
from lus.events.models import Event
from lus.events.record import lock_stream
from sip.models import Plan
from sip.queries.plan_facts import own_events
from sip.rules.document.facts import DocumentFacts
from sip.rules.document.fold_document import fold_document
from sip.rules.fold_process import fold_process
from sip.rules.owed import plan_duties

from .picture import leading_unit


def owed_of_plan(process: CaseFacts, document: DocumentFacts, led_by: str) -> list[Owed]:
    """Return what the rules say is owed, in the shape that ``keep`` stores."""
    return [as_owed(duty) for duty in plan_duties(process, document, led_by)]


def keep_duties_outside(plan_id: UUID, facts: CaseFacts, led_by: str, *, at: datetime, because: str) -> None:
    """Make the rows of a plan outside hospital agree with ``facts``. Its stream must be locked."""
    wanted = owed_of_plan(facts, fold_document(facts.events), led_by)
    keep(plan_id, wanted, at=at, because=because, subject=Subject.PLAN)


def keep_duties_in_case(plan_id: UUID, case_id: UUID, *, at: datetime, because: str) -> None:
    """Make the rows of a plan in a discharge agree with its case and its own stream.

    An act holds one of the two streams, and another may hold the other: they take turns at the plan's row, which
    every one of them locks last, and whoever comes second reads what the first has written.
    """
    Plan.objects.select_for_update(no_key=True).values_list("pk").get(pk=plan_id)
    wanted = owed_of_plan(facts_of(case_id), fold_document(own_events(plan_id)), "")
    keep(plan_id, wanted, at=at, because=because, subject=Subject.PLAN)


@transaction.atomic
def keep_duties_of(plan: Plan, *, at: datetime) -> None:
    """Make the rows of any plan agree with its events, though no act has been done on it."""
    lock_stream(plan.pk)
    if plan.case_id is not None:
        keep_duties_in_case(plan.pk, plan.case_id, at=at, because="verify_plans")
    else:
        facts = fold_process(str(plan.pk), own_events(plan.pk))
        keep_duties_outside(plan.pk, facts, str(plan.led_by_id), at=at, because="verify_plans")


def duties_follow_case(event: Event) -> None:
    """Reaction: who leads, or who takes part, has changed in a case that may have a plan."""
    plan_id = Plan.objects.filter(case_id=event.case_id).values_list("pk", flat=True).first()
    if plan_id is not None:
        Plan.objects.filter(pk=plan_id).update(**leading_unit(facts_of(event.case_id)))
        keep_duties_in_case(plan_id, event.case_id, at=event.recorded_at, because=event.name)
