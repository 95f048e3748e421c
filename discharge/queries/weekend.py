"""Vilka har stängt då?: the weekend guard asked about a case, with opening hours and on-call as registered."""

from collections.abc import Iterable
from datetime import date, datetime

from discharge.rules.facts import CaseFacts
from discharge.rules.weekend_guard import Closed, Receiver, closed_at, closed_on
from lus.on_call.queries import mandated_spans
from lus.opening_hours import Hours, Span
from lus.organisations.queries import HoursOf, opening_hours_of, units_by_id
from lus.swedish_time import end_of_local_day, local_date, local_midnight


def closed_receivers(
    receivers: Iterable[tuple[str, str]], when: date | datetime, hours_of: HoursOf = opening_hours_of
) -> tuple[Closed, ...]:
    """Return the receivers, ``(unit id, role)``, that are closed on a day or at an instant. One statement or three.

    ``hours_of``: where their opening hours are known already.
    On-call stands in for the municipality (role ``municipality``), not for health care.
    """
    roles = dict(receivers)
    hours = hours_of(roles)
    asked = [Receiver(unit_id, hours.get(unit_id, Hours())) for unit_id in roles]
    closed = _ask(asked, when)
    municipal = [one.unit_id for one in closed if roles[one.unit_id] == "municipality"]
    if not municipal:
        return closed
    covers = _on_call(municipal, when)
    return _ask([Receiver(one.unit_id, one.hours, covers.get(one.unit_id, ())) for one in asked], when)


def closed_in(facts: CaseFacts, when: date | datetime) -> tuple[Closed, ...]:
    """Return the active units of a case that are closed then."""
    return closed_receivers([(unit.unit_id, unit.role) for unit in facts.active_units], when)


def planned_day(facts: CaseFacts, at: datetime) -> date | datetime:
    """Return when the patient is thought to leave: the expected day if it is not past, else now."""
    day = facts.expected_discharge
    return day if day is not None and day > local_date(at) else at


def _ask(receivers: list[Receiver], when: date | datetime) -> tuple[Closed, ...]:
    return closed_at(receivers, when) if isinstance(when, datetime) else closed_on(receivers, when)


def _on_call(unit_ids: list[str], when: date | datetime) -> dict[str, tuple[Span, ...]]:
    units = units_by_id(unit_ids)
    if isinstance(when, datetime):
        start = end = when
    else:
        start, end = local_midnight(when), end_of_local_day(when)
    found = mandated_spans({unit.municipality_code for unit in units.values()}, start, end)
    return {unit_id: tuple(found.get(unit.municipality_code, ())) for unit_id, unit in units.items()}
