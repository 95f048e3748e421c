"""The course of one past case: its events as they are collected, before they get their numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from random import Random
from typing import Any
from uuid import UUID

from discharge.rules.facts import EventFact


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody at a unit who does things; ``unit_id`` None is the clock."""

    unit_id: str | None
    unit_name: str
    name: str


CLOCK = Staff(None, "", "Klockan")


class Course:
    """Events with their times, in any order until ``events`` numbers them by when they were recorded.

    ``expected``: the expected date of discharge as last told.
    """

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.case_id = new_id(rng)
        self.expected = date.min
        self._noted: list[tuple[datetime, int, str, datetime, str, Staff, dict[str, Any]]] = []
        self._messages: list[tuple[datetime, str, str, tuple[str, ...]]] = []

    def note(
        self,
        at: datetime,
        name: str,
        data: dict[str, Any],
        by: Staff,
        *,
        happened_at: datetime | None = None,
        to: Iterable[str] = (),
    ) -> str:
        """Add an event recorded at ``at``; ``to``: units that shall acknowledge it. Returns the event's id."""
        event_id = str(new_id(self.rng))
        self._noted.append((at, len(self._noted), name, happened_at or at, event_id, by, data))
        if to:
            self._messages.append((at, event_id, name, tuple(to)))
            sent = {"event_id": event_id, "kind": name, "recipients": list(to)}
            self.note(at, "message_delivered", sent, CLOCK)
        return event_id

    def messages_to(self, unit_id: str) -> list[tuple[datetime, str, str]]:
        """Return (sent, event id, name) of the messages that the unit shall acknowledge."""
        return [(at, event_id, name) for at, event_id, name, to in self._messages if unit_id in to]

    def acts_of(self, unit_id: str) -> list[datetime]:
        """Return when the unit did something, oldest first."""
        return sorted(at for at, *_, by, _data in self._noted if by.unit_id == unit_id)

    def read(self, at: datetime, by: Staff, event_id: str, name: str, how: str) -> None:
        """Add an acknowledgement. One by act stands just before the act that it comes with."""
        data = {"event_id": event_id, "kind": name, "unit_id": by.unit_id, "how": how}
        self._noted.append((at, -1, "message_acknowledged", at, str(new_id(self.rng)), by, data))

    def events(self) -> Sequence[EventFact]:
        """Return the events in order of recording, numbered from 1."""
        ordered = sorted(self._noted, key=lambda noted: noted[:2])
        return [
            EventFact(event_id, seq, name, happened_at, at, by.unit_id, by.name, by.unit_name, data)
            for seq, (at, _, name, happened_at, event_id, by, data) in enumerate(ordered, start=1)
        ]


def new_id(rng: Random) -> UUID:
    """Return an id that the seed decides."""
    return UUID(int=rng.getrandbits(128), version=4)
