"""Bevis: every deviation's events are folded again and compared with its row, what is owed, and what was said."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from deviations.actions.deviation_picture import deviation_columns, owed_of
from deviations.models import Deviation, DeviationEntry, Lift
from deviations.queries.deviation_facts import facts_from
from deviations.queries.lifts import facts_of_lift
from deviations.rules.facts_of_deviation import DeviationFacts
from discharge.verify import Difference, compare_columns, compare_rows
from lus.deadlines.models import Obligation
from lus.events.queries import events_of_cases

BATCH = 500


def differences(*, batch: int = BATCH) -> Iterator[tuple[Deviation, list[Difference]]]:
    """Yield every deviation with what its tables and its events disagree about, in order of key."""
    last = UUID(int=0)
    while rows := list(Deviation.objects.filter(pk__gt=last).order_by("pk")[:batch]):
        yield from _of_batch(rows)
        last = rows[-1].pk


def lift_differences() -> Iterator[Difference]:
    """Yield what the rows of lifts and their events disagree about."""
    for row in Lift.objects.order_by("pk"):
        facts = facts_of_lift(row.pk)
        wanted = {
            "level": facts.level,
            "group_id": UUID(facts.group),
            "groups": [UUID(one) for one in facts.groups],
            "state": facts.state,
            "agenda_on": facts.agenda_on,
            "county": facts.county,
        }
        yield from compare_columns(row.reference, "lift", row, wanted)
        held = {str(pk) for pk in row.deviations.values_list("pk", flat=True)}
        if held != set(facts.deviations):
            yield Difference(row.reference, "lift.deviations", sorted(held), sorted(facts.deviations))


def _of_batch(rows: Sequence[Deviation]) -> Iterator[tuple[Deviation, list[Difference]]]:
    ids = [row.pk for row in rows]
    events = events_of_cases(ids)
    owed: dict[UUID, list[Obligation]] = {pk: [] for pk in ids}
    for duty in Obligation.objects.filter(case_id__in=ids, cancelled_at__isnull=True):
        owed[duty.case_id].append(duty)
    said: dict[UUID, list[UUID]] = {pk: [] for pk in ids}
    for pk, event_id in DeviationEntry.objects.filter(deviation__in=ids).values_list("deviation", "event_id"):
        said[pk].append(event_id)
    for row in rows:
        facts = facts_from(row.pk, events[row.pk])
        yield row, [*_of_row(row, facts), *_of_duties(row, facts, owed[row.pk]), *_of_said(row, facts, said)]


def _of_row(row: Deviation, facts: DeviationFacts) -> Iterator[Difference]:
    told = {"number": facts.number, "county": facts.county, "code_reported": facts.code_reported}
    units = {"reporting_unit_id": UUID(facts.reporting_unit)}
    yield from compare_columns(row.number, "deviation", row, deviation_columns(facts) | told | units)


def _of_duties(row: Deviation, facts: DeviationFacts, rows: Sequence[Obligation]) -> Iterator[Difference]:
    wanted = {
        (duty.code, str(duty.unit_id), duty.key): {"due_at": duty.due_at, "met_at": duty.met_at}
        for duty in owed_of(facts)
    }
    live = {(duty.code, str(duty.unit_id), duty.key): duty for duty in rows}
    # A duty that was met and that the rules no longer mention keeps its row: it is history.
    found = {key: duty for key, duty in live.items() if duty.met_at is None or key in wanted}
    yield from compare_rows(row.number, "obligation", found, wanted)


def _of_said(row: Deviation, facts: DeviationFacts, said: dict[UUID, list[UUID]]) -> Iterator[Difference]:
    known = {event.event_id for event in facts.events}
    for event_id in said[row.pk]:
        if str(event_id) not in known:
            yield Difference(row.number, f"entry of {event_id}", str(event_id), None)
