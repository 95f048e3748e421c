"""SIP ej uppföljd (AD13): a week after the agreed day nobody had followed up, called to a meeting or ended the plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from discharge.rules.facts import CaseFacts, EventFact
from discharge.rules.owed_by_outpatient import summoning_unit
from discharge.rules.swedish_words import short_day
from lus.swedish_time import end_of_local_day

from .ground import Ground, Known
from .local_limits import hours_of, limit_of
from .true_events import named, true_events

KEY = "missed_follow_up"
SAYS = {
    "sip_established": "follow_up_on",
    "sip_existing_linked": "follow_up_on",
    "sip_followed_up": "next_on",
}
ANSWERS = frozenset(
    {
        *SAYS,
        "sip_poll_opened",
        "sip_summons_sent",
        "sip_meeting_held",
        "sip_closed",
        "sip_replaced_by_care_plan",
        "patient_deceased_recorded",
    }
)


def find(facts: CaseFacts, _known: Known) -> Iterator[Ground]:
    """Yield what had promised the day, offered to the other units of the case."""
    unit = summoning_unit(facts)
    caller = facts.sip.summoned_by or (unit.unit_id if unit else "")
    if not caller:
        return
    for event in named(facts, *SAYS):
        text = event.data.get(SAYS[event.name])
        if not text:
            continue
        due = end_of_local_day(date.fromisoformat(text)) + limit_of(KEY, event.happened_at)
        done = _done_at(facts, event)
        if event.happened_at < due and (done is None or done > due):
            yield Ground(
                event_id=event.event_id,
                code="K06.6",
                offered=tuple(one.unit_id for one in facts.active_units if one.unit_id != caller),
                addressed=caller,
                so_from=due,
                values={
                    "day": short_day(date.fromisoformat(text)),
                    "days": hours_of(KEY, event.happened_at) // 24,
                },
                since=end_of_local_day(date.fromisoformat(text)),
                done_at=done,
            )


def _done_at(facts: CaseFacts, promised: EventFact) -> datetime | None:
    later = (one for one in true_events(facts) if one.seq > promised.seq and one.name in ANSWERS)
    return next((one.happened_at for one in later), None)
