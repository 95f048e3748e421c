"""Hemgångslistans plikter (intern rutin): answer one's points, and say why a ready patient is still there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from lus.swedish_time import at_local, end_of_local_day, local_date, local_midnight

from .facts import CaseFacts
from .home_ready.checklist import Checklist
from .home_ready.owners import unit_of, units_of
from .home_ready.short_words import short_words
from .home_ready.standing import HomeReady, Standing, home_ready
from .owed import Obligation, duty_of, expected_when, in_hospital, later_than

SAY_WHY_BY = time(10, 0)
# For lists that do not know how many.
NO_POINTS = "punkter för hemgång"


def settle_points(facts: CaseFacts, checklist: Checklist) -> Iterator[Obligation]:
    """Hemgångslistan, intern rutin: one duty for each unit that has blocking points to answer."""
    if not in_hospital(facts) or facts.admission_notice_at is None:
        return
    shown = home_ready(facts, checklist)
    asked = [(item, units_of(item.point.owners, facts)) for item in shown.deciding if item.auto is None]
    for unit_id in dict.fromkeys(unit_of(side, facts) for side in "SKO"):
        mine = [item for item, units in asked if unit_id in units]
        begins = _begins(facts, unit_id)
        if mine and begins:
            yield _duty(facts, unit_id, mine, begins)


def points_words(number: int, first: str) -> str:
    """``punkt K2 nycklar``, ``3 punkter, först K2 nycklar``: what stands after Åtgärda."""
    return f"punkt {first}" if number == 1 else f"{number} punkter, först {first}"


def point_words(item: Standing) -> str:
    """``K2 nycklar``."""
    return f"{item.point.code} {short_words(item.point)}"


def points_owed(facts: CaseFacts, shown: HomeReady) -> dict[str, list[Standing]]:
    """Return the open blocking points that each unit shall answer, by its id."""
    owed: dict[str, list[Standing]] = {}
    for item in shown.open:
        for unit_id in units_of(item.open_sides, facts):
            owed.setdefault(unit_id, []).append(item)
    return owed


def say_why(facts: CaseFacts, day_zero: date | None) -> Iterator[Obligation]:
    """Orsak till kvarstannande, intern rutin: at the latest 10.00 the day after day zero, or after the last closed."""
    spell = facts.open_spell
    if spell is None or day_zero is None or not in_hospital(facts):
        return
    mine = [reason for reason in facts.waiting if reason.opened_at >= spell.sent_at]
    first = min((reason.opened_at for reason in mine), default=None)
    yield _why(facts, spell.event_id, spell.sent_at, day_zero, met_at=first)
    closed = [reason for reason in mine if reason.ended_at]
    if mine and len(closed) == len(mine):
        last = max(closed, key=lambda reason: reason.ended_at or spell.sent_at)
        assert last.ended_at is not None
        yield _why(facts, last.event_id, last.ended_at, local_date(last.ended_at))


def _why(
    facts: CaseFacts, key: str, starts_at: datetime, day: date, met_at: datetime | None = None
) -> Obligation:
    due = at_local(day + timedelta(days=1), SAY_WHY_BY)
    return duty_of("open_waiting_reason", facts.ward_id, starts_at, due, met_at=met_at, key=key)


def _begins(facts: CaseFacts, unit_id: str) -> datetime | None:
    """Not before the unit plans, or the patient may leave: the list of a first day asks for nothing yet."""
    unit = facts.unit(unit_id)
    units = [unit] if unit else facts.active_units
    begun = [one.planning_at for one in units if one.planning_at]
    sent = [spell.sent_at for spell in facts.spells if spell.end != "annulled"]
    return min([*sent[:1], *([max(begun)] if begun else [])], default=None)


def _duty(facts: CaseFacts, unit_id: str, mine: list[Standing], begins: datetime) -> Obligation:
    waiting = [item for item in mine if not item.is_done and unit_id in units_of(item.open_sides, facts)]
    answered = [answer.at for item in mine for answer in item.answers if answer.unit_id == unit_id]
    met = None if waiting else max(answered, default=begins)
    day = expected_when(facts, met)
    due = later_than(begins, local_midnight(day), end_of_local_day(day)) if day else None
    points = points_words(len(waiting), point_words(waiting[0])) if waiting else NO_POINTS
    return duty_of("settle_home_ready_points", unit_id, begins, due, met_at=met, points=points)
