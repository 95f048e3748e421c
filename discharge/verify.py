"""Bevis: every case's events are folded again and compared with the tables, column by column.

Reads in batches by key, so that it runs on a million cases; names columns and case references, never patients.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from discharge.actions.case_act import owed_of
from discharge.actions.picture import case_columns, delivery_columns, unit_columns, ward_rows
from discharge.models import BlockedEvent, Case, CaseUnit, Delivery, SettledMonth
from discharge.queries.agreements import PaymentStart, payment_start
from discharge.queries.attachments import attachments_of
from discharge.queries.blocked import blocked_rows, shared
from discharge.queries.facts import facts_from
from discharge.rules.facts import CaseFacts
from lus.deadlines.models import Obligation
from lus.events.queries import events_of_cases, named

BATCH = 1000


@dataclass(frozen=True, slots=True)
class Difference:
    """What a table says, and what the events say. ``what`` names table, row and column."""

    reference: str
    what: str
    table: Any
    events: Any

    def __str__(self) -> str:
        return f"{self.reference}: {self.what} is {self.table!r}, the events say {self.events!r}"


def differences(*, batch: int = BATCH) -> Iterator[Difference | int]:
    """Yield each difference, and after every batch how many cases have been read so far."""
    last, read = UUID(int=0), 0
    while cases := list(Case.objects.filter(pk__gt=last).order_by("pk")[:batch]):
        yield from _of_batch(cases)
        last, read = cases[-1].pk, read + len(cases)
        yield read
    yield from _of_settled_months()


def _of_settled_months() -> Iterator[Difference]:
    """A month is closed when its cases say so, and never otherwise."""
    wanted = {
        (event.data["region"], event.data["payer"], event.data["month"]): {"closed_by": event.actor_name}
        for event in named("settlement_closed")
    }
    found = {
        (row.region_code, row.payer_code, f"{row.month:%Y-%m}"): row for row in SettledMonth.objects.all()
    }
    yield from compare_rows("settlement", "month", found, wanted)


def _of_batch(cases: Sequence[Case]) -> Iterator[Difference]:
    ids = [case.pk for case in cases]
    events = events_of_cases(ids)
    units = _grouped(CaseUnit.objects.filter(case_id__in=ids))
    deliveries = _grouped(Delivery.objects.filter(case_id__in=ids))
    kept = attachments_of(ids)
    blocked = _grouped(BlockedEvent.objects.filter(case_id__in=ids))
    owed = _grouped(Obligation.objects.filter(case_id__in=ids, cancelled_at__isnull=True))
    for case in cases:
        whole = facts_from(case.pk, events[case.pk])
        facts = shared(whole)
        start = payment_start(facts)
        yield from _of_case(case, facts, start)
        yield from _of_units(case, facts, units.get(case.pk, []))
        yield from _of_deliveries(case, facts, deliveries.get(case.pk, []))
        yield from _of_blocked(case, whole, blocked.get(case.pk, []))
        yield from _of_attachments(case, whole, kept.get(case.pk, {}))
        if case.closed_at is None:
            yield from _of_obligations(case, facts, start, owed.get(case.pk, []))


def _grouped(rows: Any) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = {}
    for row in rows:
        found.setdefault(row.case_id, []).append(row)
    return found


def _of_case(case: Case, facts: CaseFacts, start: PaymentStart | None) -> Iterator[Difference]:
    wanted = case_columns(facts, start) | {
        "reference": facts.reference,
        "person_id": UUID(facts.person_id) if facts.person_id else None,
        "care_form": facts.care_form,
    }
    yield from compare_columns(case.reference, "case", case, wanted)


def _of_units(case: Case, facts: CaseFacts, rows: Sequence[CaseUnit]) -> Iterator[Difference]:
    wanted = {unit.unit_id: unit_columns(unit, facts) for unit in facts.units}
    wanted |= ward_rows(facts)
    yield from compare_rows(case.reference, "unit", {str(row.unit_id): row for row in rows}, wanted)


def _of_deliveries(case: Case, facts: CaseFacts, rows: Sequence[Delivery]) -> Iterator[Difference]:
    wanted = {(item.event_id, item.unit_id): delivery_columns(item) for item in facts.deliveries}
    found = {(str(row.event_id), str(row.unit_id)): row for row in rows}
    yield from compare_rows(case.reference, "delivery", found, wanted)


def _of_blocked(case: Case, whole: CaseFacts, rows: Sequence[BlockedEvent]) -> Iterator[Difference]:
    wanted = {event: {"unit_id": UUID(unit) if unit else None} for event, unit in blocked_rows(whole).items()}
    yield from compare_rows(case.reference, "blocked event", {str(row.pk): row for row in rows}, wanted)


def _of_attachments(case: Case, facts: CaseFacts, kept: dict[str, str]) -> Iterator[Difference]:
    wanted = {one.event_id: one.sha256 for message in facts.messages for one in message.attachments}
    for event_id in wanted.keys() | kept.keys():
        if wanted.get(event_id) != kept.get(event_id):
            what = f"attachment {event_id}, sha256"
            yield Difference(case.reference, what, kept.get(event_id), wanted.get(event_id))


def _of_obligations(
    case: Case, facts: CaseFacts, start: PaymentStart | None, rows: Sequence[Obligation]
) -> Iterator[Difference]:
    wanted = {
        (duty.code, str(duty.unit_id), duty.key): {"due_at": duty.due_at, "met_at": duty.met_at}
        for duty in owed_of(facts, start)
    }
    # A duty that was met and that the rules no longer mention keeps its row: it is history.
    live = {(row.code, str(row.unit_id), row.key): row for row in rows}
    found = {key: row for key, row in live.items() if row.met_at is None or key in wanted}
    yield from compare_rows(case.reference, "obligation", found, wanted)


def compare_rows(
    reference: str, table: str, found: dict[Any, Any], wanted: dict[Any, Any]
) -> Iterator[Difference]:
    """Yield what rows (by key) and the columns they should have disagree about."""
    for key in found.keys() - wanted.keys():
        yield Difference(reference, f"{table} {key}", "a row", "no row")
    for key in wanted.keys() - found.keys():
        yield Difference(reference, f"{table} {key}", "no row", "a row")
    for key in found.keys() & wanted.keys():
        yield from compare_columns(reference, f"{table} {key}", found[key], wanted[key])


def compare_columns(reference: str, table: str, row: Any, wanted: dict[str, Any]) -> Iterator[Difference]:
    """Yield the columns of ``row`` that are not as ``wanted``."""
    for column, value in wanted.items():
        stored = getattr(row, column)
        if stored != value:
            yield Difference(reference, f"{table}, {column}", stored, value)
