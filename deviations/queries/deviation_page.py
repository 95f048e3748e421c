"""En avvikelse som någon ser den: how it stands, what may be read, what can be done; the look is logged."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from deviations.models import Deviation, DeviationEntry
from deviations.queries.deviation_facts import facts_of_deviation
from deviations.queries.visible import deviation_of, standings_in
from deviations.rules.access import Sight, sight_of
from deviations.rules.facts_of_deviation import DeviationFacts
from deviations.rules.flow import RECEIVER, REPORTER, open_acts
from discharge.queries.visible import person_of, readable_cases
from lus.access_log.log import log_opened, log_shown
from lus.events.models import Event
from lus.notifications.queries import mark_causes_seen
from lus.organisations.actor import Actor
from lus.organisations.models import Unit
from lus.organisations.queries import units_by_id
from lus.organisations.roles import Permission


@dataclass(frozen=True, slots=True)
class DeviationPage:
    """``standings``: the viewer's; ``sight``: what they show. ``case_id``: of the case, for who may read that case.

    ``entries``: what was said and may be read, oldest first. ``acts``: what can be done now, in the order of the flow.
    ``units``: those of the facts, by id.
    """

    row: Deviation
    facts: DeviationFacts
    standings: frozenset[str]
    sight: Sight
    entries: Sequence[DeviationEntry]
    acts: Sequence[str]
    case_id: UUID | None
    units: dict[str, Unit] = field(default_factory=dict)

    @property
    def is_mine(self) -> bool:
        return "reporter" in self.standings

    @property
    def may_act(self) -> bool:
        """Whether the viewer is one of those who are waited for."""
        return bool(self.standings & (REPORTER | RECEIVER))


def deviation_page(viewer: Actor, number: str, *, at: datetime) -> DeviationPage:
    """Return one deviation. Raises NotThere for one of others, and for none. A look at a text is logged."""
    row = deviation_of(viewer, number)
    standings = standings_in(viewer, [row], at=at)[row.pk]
    sight, facts = sight_of(standings), facts_of_deviation(row.pk)
    _log(viewer, row, sight, at)
    if viewer.source == "web" and standings - {"analyst"}:
        _mark_seen(viewer, row, at)
    units = {facts.addressed_unit, facts.reporting_unit, *(one.owner_unit for one in facts.measures)}
    units |= {event.data["to"] for event in facts.events if event.name == "deviation_rerouted"}
    return DeviationPage(
        row,
        facts,
        standings,
        sight,
        _entries(row, sight, facts),
        open_acts(facts, standings, at),
        _case_of(viewer, row, standings),
        units_by_id(units),
    )


def _log(viewer: Actor, row: Deviation, sight: Sight, at: datetime) -> None:
    if not sight.text:
        return
    if row.case_id:
        log_shown(viewer, "deviation", [person_of(row.case_id)], at=at, case_id=row.case_id)
    else:
        log_opened(viewer, "deviation", row.pk, at=at)


def _mark_seen(viewer: Actor, row: Deviation, at: datetime) -> None:
    causes = [row.pk, *Event.objects.filter(case_id=row.pk).values_list("pk", flat=True)]
    mark_causes_seen(viewer, causes, at=at)


def _entries(row: Deviation, sight: Sight, facts: DeviationFacts) -> list[DeviationEntry]:
    if not sight.answer:
        return []
    said = DeviationEntry.objects.filter(deviation=row)
    order = {event.event_id: event.seq for event in facts.events}
    shown = said if sight.internal else said.exclude(kind="internal")
    return sorted(shown, key=lambda entry: order[str(entry.event_id)])


def _case_of(viewer: Actor, row: Deviation, standings: frozenset[str]) -> UUID | None:
    """The case behind it, for who may read that case. Without consent the addressee is not told which it is."""
    hidden = row.patient_consent == "no" and not standings & REPORTER
    if row.case_id is None or hidden or not viewer.may(Permission.SEE_CASES):
        return None
    if not readable_cases(viewer).filter(pk=row.case_id).exists():
        return None
    return row.case_id
