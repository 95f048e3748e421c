"""Inskrivningsmeddelande för sent (AD01), LUS 2 kap. 3 §: over 24 hours after the need was judged, or admission."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from discharge.rules.admission_notice_due import LIMIT, admission_notice_due
from discharge.rules.facts import CaseFacts

from .ground import Ground, Known
from .parties import recipients_of, still_there, ward_at
from .time_words import elapsed_words
from .true_events import event_called

STARTS: Final = {"need": "bedömt behov", "admission": "inskrivning"}
HOURS: Final = 24


def find(facts: CaseFacts, _known: Known) -> Iterator[Ground]:
    """Yield the first notice, offered to those that it was sent to."""
    sent, event = facts.admission_notice_at, event_called(facts, facts.admission_notice_event)
    if facts.admitted_at is None or sent is None or event is None:
        return
    due = admission_notice_due(facts.admitted_at, facts.need_assessed_at, sent)
    if due.verdict == "late":
        start = due.deadline - LIMIT
        yield Ground(
            event_id=event.event_id,
            code="K01.2",
            offered=still_there(facts, recipients_of(event)),
            addressed=ward_at(facts, sent),
            so_from=due.deadline,
            values={"after": elapsed_words(sent - start, HOURS), "start": STARTS[due.clock], "limit": HOURS},
            since=start,
            done_at=sent,
        )
