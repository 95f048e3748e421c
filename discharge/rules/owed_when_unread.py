"""Olästa meddelanden, intern rutin: the next level of the ladder as the clock's own row, and the sender's call."""

from __future__ import annotations

from collections.abc import Iterator

from .facts import CaseFacts, Delivery
from .owed import Obligation, duty_of, name_of
from .owed_on_messages import silent_events
from .receipt_ladder import CALL, HEAD
from .replaced_notices import replaced_notices


def next_level(facts: CaseFacts) -> Iterator[Obligation]:
    """One row per unread message whose reminder has gone: only the next level, laid when the last has fired."""
    for item in _unread(facts):
        number = item.level + 1 if item.level else item.first_level
        # Level 1 is the receipt's own limit.
        if not item.levels or number == 1 or number > HEAD:
            continue
        at_once = item.level < item.first_level == number
        due = item.delivered_at if at_once else item.levels[number - 1]
        key = f"{number}:{item.event_id}:{item.unit_id}"
        yield duty_of("receipt_escalates", None, item.delivered_at, due, key=key)


def phone_card(facts: CaseFacts) -> Iterator[Obligation]:
    """Telefonkort: from level 3 the ward calls, once per unit; the first call after it is enough."""
    late: dict[str, Delivery] = {}
    for item in _unread(facts):
        if item.level >= CALL and item.unit_id != facts.ward_id:
            late.setdefault(item.unit_id, item)
    for unit_id, item in late.items():
        start = item.level_at or item.delivered_at
        called = facts.on_call.calls.get(unit_id)
        met = called if called and called >= item.delivered_at else None
        name = name_of(facts, unit_id)
        yield duty_of("call_unread_unit", facts.ward_id, start, met_at=met, key=unit_id, unit=name)


def weekend(facts: CaseFacts) -> Iterator[Obligation]:
    """Helgvarning: the ward answers it, until the patient has been received or the date is another."""
    warning = facts.on_call.weekend
    if warning is not None:
        met = warning.answered_at
        yield duty_of("weekend_warning", facts.ward_id, warning.raised_at, met_at=met, key=warning.event_id)


def _unread(facts: CaseFacts) -> Iterator[Delivery]:
    active = {unit.unit_id: unit.is_active for unit in facts.units}
    silent, replaced = silent_events(facts), replaced_notices(facts)
    return (
        item
        for item in facts.deliveries
        if item.acknowledged_at is None
        and item.event_id not in silent
        and (item.event_id, item.unit_id) not in replaced
        and active.get(item.unit_id, True)
    )
