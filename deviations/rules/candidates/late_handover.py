"""Överlämning saknas eller sen (AD16), LUS 3 kap. 2 §: nothing was sent on the day that the patient left."""

from __future__ import annotations

from collections.abc import Iterator

from discharge.rules.facts import CaseFacts
from discharge.rules.owed_at_leaving import handover
from discharge.rules.swedish_words import short_day
from lus.swedish_time import local_date

from .ground import Ground, Known
from .parties import receiving, ward_at
from .time_words import minute_words
from .true_events import last_named


def find(facts: CaseFacts, _known: Known) -> Iterator[Ground]:
    """Yield the discharge when its day has ended without a first handover, whole or not."""
    event = last_named(facts, "patient_discharged")
    owed = next((one for one in handover(facts) if one.code == "send_handover"), None)
    if event is None or owed is None or owed.due_at is None:
        return
    sent = owed.met_at
    if sent is None or sent >= owed.due_at:
        values = {"left": short_day(local_date(owed.starts_at))}
        yield Ground(
            event_id=event.event_id,
            code="K11.1",
            offered=receiving(facts),
            addressed=ward_at(facts, owed.starts_at),
            so_from=owed.due_at,
            values=values | ({"sent": minute_words(sent)} if sent else {}),
            wording="sent" if sent else "",
            since=owed.starts_at,
            done_at=sent,
        )
