"""Efterregistrerat från papper (intern rutin): when a notice that went on paper counts from its paper time.

A sent time is never typed. The one exception is an outage, and then the one who got the paper answers first.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from .facts import EventFact


def paper_times(events: Sequence[EventFact], paper: bool | None = None) -> dict[str, datetime]:
    """Return ``{event id: the time that the notice counts from}`` for those registered from paper.

    ``paper``: None = those that have been confirmed, or that nobody answered in time; True = all that are not
    contested, as if they were confirmed; False = only those that a person has confirmed.
    """
    made = {
        event.event_id: (event.data["event_id"], event.happened_at)
        for event in events
        if event.name == "late_registration_made"
    }
    contested: set[str] = set()
    confirmed: set[str] = set()
    silent: set[str] = set()
    for event in events:
        if event.name == "late_registration_contested":
            contested.add(event.data["registration_id"])
        elif event.name == "late_registration_confirmed":
            (silent if event.data["how"] == "silence" else confirmed).add(event.data["registration_id"])
    holds = {None: confirmed | silent, True: made.keys() - contested, False: confirmed}[paper]
    return dict(target for registration, target in made.items() if registration in holds)
