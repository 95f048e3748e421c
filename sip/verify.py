"""Bevis: every plan's events are folded again and compared with its row, its units and what it owes.

Reads in batches by key, as ``discharge/verify.py`` does for cases; names columns and plan references, never people.
"""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from discharge.queries.facts import event_facts, facts_from
from discharge.rules.facts import CaseFacts
from discharge.verify import Difference, compare_columns, compare_rows
from lus.deadlines.models import Obligation
from lus.events.queries import events_of_cases
from sip.actions.kept_duties import owed_of_plan
from sip.actions.picture import leading_unit, plan_columns, unit_rows
from sip.models import Plan, PlanUnit
from sip.rules.document.fold_document import fold_document
from sip.rules.fold_process import fold_process

BATCH = 500
Rows = dict[Any, dict[str, Any]]


def differences(*, batch: int = BATCH) -> Iterator[tuple[Plan, list[Difference]]]:
    """Yield every plan with what its tables and its events disagree about, in order of key."""
    last = UUID(int=0)
    while plans := list(Plan.objects.filter(pk__gt=last).order_by("pk")[:batch]):
        yield from _of_batch(plans)
        last = plans[-1].pk


def _of_batch(plans: Sequence[Plan]) -> Iterator[tuple[Plan, list[Difference]]]:
    ids = [plan.pk for plan in plans]
    events = events_of_cases([*ids, *(plan.case_id for plan in plans if plan.case_id)])
    units = _by(PlanUnit.objects.filter(plan_id__in=ids), "plan_id")
    owed = _by(Obligation.objects.filter(case_id__in=ids, cancelled_at__isnull=True), "case_id")
    for plan in plans:
        own = event_facts(events[plan.pk])
        process = (
            facts_from(plan.case_id, events[plan.case_id])
            if plan.case_id
            else fold_process(str(plan.pk), own)
        )
        found = [*_of_row(plan, process), *_of_units(plan, process, units.get(plan.pk, []))]
        wanted = {
            (duty.code, str(duty.unit_id), duty.key): {"due_at": duty.due_at, "met_at": duty.met_at}
            for duty in owed_of_plan(process, fold_document(own), str(plan.led_by_id or ""))
        }
        yield plan, [*found, *_of_obligations(plan, wanted, owed.get(plan.pk, []))]


def _by(rows: Any, column: str) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = {}
    for row in rows:
        found.setdefault(getattr(row, column), []).append(row)
    return found


def _of_row(plan: Plan, process: CaseFacts) -> Iterator[Difference]:
    wanted = plan_columns(process) | (leading_unit(process) if plan.case_id else {})
    yield from compare_columns(plan.reference, "plan", plan, wanted)


def _of_units(plan: Plan, process: CaseFacts, rows: Sequence[PlanUnit]) -> Iterator[Difference]:
    wanted: Rows = {} if plan.case_id else dict(unit_rows(process))
    yield from compare_rows(plan.reference, "unit", {row.unit_id: row for row in rows}, wanted)


def _of_obligations(plan: Plan, wanted: Rows, rows: Sequence[Obligation]) -> Iterator[Difference]:
    # A duty that was met and that the rules no longer mention keeps its row: it is history.
    live = {(row.code, str(row.unit_id), row.key): row for row in rows}
    found = {key: row for key, row in live.items() if row.met_at is None or key in wanted}
    yield from compare_rows(plan.reference, "obligation", found, wanted)
