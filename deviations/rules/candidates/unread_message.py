"""Ej kvitterat, eller sent (AD08, intern rutin): a notice or a handover that its recipient did not confirm in time.

Hours of an admission notice go by the clock; those of a ready notice and a handover by the recipient's open hours.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from discharge.rules.facts import CaseFacts
from lus.opening_hours import after_open_time

from .ground import Ground, Known
from .local_limits import hours_of, limit_of
from .parties import recipients_of
from .time_words import minute_words
from .true_events import event_called, named

KEYS: Final = {
    "admission_notice_sent": "unread_admission",
    "concerned_unit_added": "unread_admission",
    "concerned_unit_readded": "unread_admission",
    "recipient_corrected": "unread_admission",
    "ready_notice_sent": "unread_ready",
    "ready_notice_forwarded": "unread_ready",
}
HANDOVER: Final = "handover_sent"
NAMES: Final = {"unread_admission": "Inskrivningsmeddelande", "unread_ready": "Utskrivningsklar"}
IN_OPEN_HOURS: Final = frozenset({"unread_ready", "unread_handover"})


@dataclass(frozen=True, slots=True)
class _Sent:
    """One message to one unit; ``over_at``: when a later one took its place, or the unit had left the case."""

    event_id: str
    key: str
    what: str
    unit_id: str
    at: datetime
    read_at: datetime | None
    over_at: datetime | None


def find(facts: CaseFacts, known: Known) -> Iterator[Ground]:
    """Yield each, offered to the unit that sent it."""
    for sent in (*_notices(facts), *_handovers(facts)):
        event = event_called(facts, sent.event_id)
        due = _due(sent, known)
        is_over = sent.over_at is not None and sent.over_at <= due
        if event is None or event.unit_id is None or is_over or (sent.read_at and sent.read_at <= due):
            continue
        values: dict[str, str | int] = {
            "what": sent.what,
            "at": minute_words(sent.at),
            "limit": hours_of(sent.key, sent.at),
            "hours": "öppna timmar" if sent.key in IN_OPEN_HOURS else "timmar",
        }
        if sent.read_at:
            values["read"] = minute_words(sent.read_at)
        yield Ground(
            event_id=sent.event_id,
            code="K03.2" if sent.read_at else "K03.1",
            offered=(event.unit_id,),
            addressed=sent.unit_id,
            so_from=due,
            values=values,
            wording="read" if sent.read_at else "",
            since=sent.at,
            done_at=sent.read_at,
        )


def reads_in_open_hours(facts: CaseFacts) -> set[str]:
    """Return the units whose opening hours decide whether something was read in time."""
    sent = (*_notices(facts), *_handovers(facts))
    return {one.unit_id for one in sent if one.key in IN_OPEN_HOURS and not _read_at_once(one)}


def _read_at_once(sent: _Sent) -> bool:
    """Read so soon that no opening hours can make it late."""
    return sent.read_at is not None and sent.read_at <= sent.at + limit_of(sent.key, sent.at)


def _due(sent: _Sent, known: Known) -> datetime:
    length, hours = limit_of(sent.key, sent.at), known.hours.get(sent.unit_id)
    opened = None
    if sent.key in IN_OPEN_HOURS and hours is not None and hours.is_known:
        opened = after_open_time(hours, sent.at, length)
    return opened or sent.at + length


def _notices(facts: CaseFacts) -> Iterator[_Sent]:
    for item in facts.deliveries:
        key = KEYS.get(item.kind)
        if key is None:
            continue
        later = [
            other.delivered_at
            for other in facts.deliveries
            if other.unit_id == item.unit_id
            and other.delivered_at > item.delivered_at
            and _follows(key, other.kind)
        ]
        over = min([*later, *_left_at(facts, item.unit_id)], default=None)
        yield _Sent(
            item.event_id, key, NAMES[key], item.unit_id, item.delivered_at, item.acknowledged_at, over
        )


def _follows(key: str, kind: str) -> bool:
    """Whether a message of ``kind`` takes the place of an earlier one in the matter of ``key``."""
    if key == "unread_ready":
        return kind in ("ready_notice_withdrawn", "ready_notice_entered_in_error") or KEYS.get(kind) == key
    return kind == "admission_notice_withdrawn" or KEYS.get(kind) == key


def _left_at(facts: CaseFacts, unit_id: str) -> list[datetime]:
    unit = facts.unit(unit_id)
    return [unit.changed_at] if unit is not None and unit.changed_at and not unit.takes_part else []


def _handovers(facts: CaseFacts) -> Iterator[_Sent]:
    """The handovers of which a receipt was asked: those that tell the version of each part."""
    sent = [event for event in named(facts, HANDOVER) if "versions" in event.data]
    for index, event in enumerate(sent):
        for unit_id in recipients_of(event):
            later = [other.happened_at for other in sent[index + 1 :] if unit_id in recipients_of(other)]
            over = min([*later, *_left_at(facts, unit_id)], default=None)
            yield _Sent(
                event.event_id,
                "unread_handover",
                "Överlämningen",
                unit_id,
                event.happened_at,
                _received_at(facts, unit_id, event.seq),
                over,
            )


def _received_at(facts: CaseFacts, unit_id: str, after: int) -> datetime | None:
    receipts = named(facts, "handover_received")
    return next(
        (one.happened_at for one in receipts if one.data["unit_id"] == unit_id and one.seq > after), None
    )
