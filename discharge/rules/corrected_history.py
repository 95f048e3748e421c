"""Kan det vara så?, whether the case is still possible after a correction (intern rutin): times in their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from .correctable import CORRECTABLE, HAPPENED, Field
from .corrected import corrected
from .facts import EventFact
from .refusal import Refusal
from .struck import struck
from .time_refusal import WRONG_TIME, whole_minute
from .words import clock_words

ENDS: Final = ("patient_discharged", "patient_transferred")
# Within each chain the events happened in the order they were recorded.
CHAINS: Final[tuple[tuple[str, ...], ...]] = (
    ("patient_admitted", "leave_started", "leave_ended", *ENDS),
    ("patient_admitted", "ward_changed", *ENDS),
    ("patient_admitted", "ready_notice_sent", "ready_notice_withdrawn", *ENDS),
    ("patient_admitted", *ENDS, "follow_up_call_done"),
    ("patient_admitted", *ENDS, "patient_deceased_recorded"),
    *(("patient_admitted", name) for name in ("legal_status_changed", "patient_summary_given")),
    ("patient_admitted", "outpatient_readiness_stated"),
)
ADVICE: Final = "Kontrollera dag och klockslag. Är den andra uppgiften fel: rätta den först."


def history_refusal(events: Sequence[EventFact], event_id: str, at: datetime) -> Refusal | None:
    """Return why the corrected event cannot be so, or None.

    ``events``: all of the case with the correction last; ``at``: now. Times are compared by whole minutes.
    """
    gone = struck(events).keys()
    live = [event for event in corrected(events) if event.event_id not in gone]
    event = next(one for one in live if one.event_id == event_id)
    for field in CORRECTABLE[event.name]:
        said = _moment_refusal(event, field, live, at) if field.kind == "moment" else None
        if said is not None:
            return said
    return _order_refusal(event, live, at)


def paper_refusal(
    events: Sequence[EventFact], notice: EventFact, happened_at: datetime, at: datetime
) -> Refusal | None:
    """Return why ``notice`` cannot have gone on paper at ``happened_at``, or None. ``at``: now."""
    gone = struck(events).keys()
    moved = replace(notice, happened_at=happened_at)
    live = [
        moved if event.event_id == notice.event_id else event
        for event in corrected(events)
        if event.event_id not in gone
    ]
    if happened_at >= notice.happened_at:
        said = f"Meddelandet skickades i systemet {clock_words(notice.happened_at, at)}."
        return Refusal(
            "wrong-order", WRONG_TIME, said, "Ange när det gick på papper, före det.", None, HAPPENED
        )
    assessed_at = _instant(notice.data.get("assessed_at"))
    if assessed_at is not None and whole_minute(assessed_at) > happened_at:
        said = f"Läkaren bedömde {clock_words(assessed_at, at)}, efter {clock_words(happened_at, at)}."
        advice = "Är bedömningens tid fel: rätta den först."
        return Refusal("wrong-order", WRONG_TIME, said, advice, None, HAPPENED)
    return _order_refusal(moved, live, at)


def _moment_refusal(
    event: EventFact, field: Field, live: Sequence[EventFact], at: datetime
) -> Refusal | None:
    time = event.happened_at if field.key == HAPPENED else _instant(event.data.get(field.key))
    if time is None:
        return None
    if time > at and not field.may_be_ahead:
        said = f"Tiden {clock_words(time, at)} har inte varit än."
        return Refusal("time-in-future", WRONG_TIME, said, "Ange när det hände.", field=field.key)
    admitted = next((one for one in live if one.name == "patient_admitted"), None)
    if admitted is not None and time < whole_minute(admitted.happened_at):
        said = f"Tiden {clock_words(time, at)} ligger före inskrivningen {clock_words(admitted.happened_at, at)}."
        advice = "Ange en tid efter inskrivningen, eller rätta inskrivningen först."
        return Refusal("before-admission", WRONG_TIME, said, advice, admitted.event_id, field.key)
    if field.key == "assessed_at" and time > event.happened_at:
        said = f"Underrättelsen skickades {clock_words(event.happened_at, at)}, före {clock_words(time, at)}."
        return Refusal(
            "wrong-order", WRONG_TIME, said, "Läkaren bedömer före underrättelsen.", None, field.key
        )
    return None


def _order_refusal(event: EventFact, live: Sequence[EventFact], at: datetime) -> Refusal | None:
    for chain in CHAINS:
        if event.name not in chain:
            continue
        among = [one for one in live if one.name in chain]
        place = [one.event_id for one in among].index(event.event_id)
        for earlier in among[:place]:
            if whole_minute(event.happened_at) < whole_minute(earlier.happened_at):
                return _wrong_order(event, earlier, "före", at)
        for later in among[place + 1 :]:
            if whole_minute(event.happened_at) > whole_minute(later.happened_at):
                return _wrong_order(event, later, "efter", at)
    return None


def _wrong_order(event: EventFact, other: EventFact, word: str, at: datetime) -> Refusal:
    said = (
        f"Tiden {clock_words(event.happened_at, at)} ligger {word} {clock_words(other.happened_at, at)}, "
        f"då {NAMES.get(other.name, 'nästa händelse är registrerad')}."
    )
    return Refusal("wrong-order", WRONG_TIME, said, ADVICE, other.event_id, HAPPENED)


NAMES: Final = {
    "patient_admitted": "patienten skrevs in",
    "patient_discharged": "patienten skrevs ut",
    "patient_transferred": "patienten flyttades över",
    "patient_deceased_recorded": "patienten registrerades som avliden",
    "leave_started": "permissionen började",
    "leave_ended": "patienten kom åter",
    "ward_changed": "patienten bytte avdelning",
    "ready_notice_sent": "underrättelsen skickades",
    "ready_notice_withdrawn": "underrättelsen återtogs",
    "outpatient_readiness_stated": "öppenvården angav sina insatser",
    "follow_up_call_done": "samtalet gjordes",
}


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
