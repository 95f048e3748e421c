"""*Händelser* of a plan outside hospital, newest first; in a discharge the case tells them."""

from datetime import datetime
from itertools import groupby
from typing import Any

from discharge.rules.facts import EventFact
from discharge.rules.facts_of_consents import CONSENT_KINDS
from discharge.views.consent_notes import CONSENT_NOTES
from discharge.views.listed_duty import duty_sentence
from discharge.views.sip_notes import SIP_NOTES
from lus.swedish_time import local_date
from lus.web.words import clock, day_heading
from sip.events import PLAN_EVENTS
from sip.queries.plan_page import PlanPage

Words = dict[str, Any]
NOTES = {**SIP_NOTES, **CONSENT_NOTES}
# What the first event says already.
SAID_BESIDE = frozenset({"sip_need_assessed", "sip_offered"})
# Each row says in the document who saved it last; a meeting saves many.
SAID_IN_DOCUMENT = frozenset({"sip_section_saved"})


def plan_events(page: PlanPage, at: datetime) -> list[Words]:
    """Return days with their events, ready for `components/timeline.html`."""
    today = local_date(at)
    events = [event for event in reversed(page.own) if not _is_said(event, page)]
    presses = [list(found) for _, found in groupby(events, key=_press)]
    return [
        {"heading": day_heading(day, today), "events": [_of_press(press, page, at) for press in found]}
        for day, found in groupby(presses, key=lambda press: local_date(press[0].recorded_at))
    ]


def _press(event: EventFact) -> tuple[object, ...]:
    """Several kinds of consent in one press are told as one."""
    if "kind" not in event.data or event.name not in CONSENT_NOTES:
        return (event.seq,)
    return (event.name, event.recorded_at, event.data.get("state"), event.data.get("given_by"))


def _of_press(press: list[EventFact], page: PlanPage, at: datetime) -> Words:
    row = _row(press[0], page, at)
    if len(press) == 1:
        return row
    kinds = [CONSENT_KINDS.get(event.data["kind"], "") for event in reversed(press)]
    return {**row, "sub": f"{', '.join(kinds)}."}


def _is_said(event: EventFact, page: PlanPage) -> bool:
    opened = page.own[0]
    if event.name in SAID_IN_DOCUMENT:
        return True
    return event.name in SAID_BESIDE and event.recorded_at == opened.recorded_at


def _row(event: EventFact, page: PlanPage, at: datetime) -> Words:
    note = NOTES.get(event.name)
    return {
        "time": clock(event.recorded_at),
        "iso": event.recorded_at.isoformat(),
        "icon": "sip",
        "what": PLAN_EVENTS[event.name].label,
        "who": event.unit_name or event.actor_name,
        "sub": note(event.data, page, at) if note else _own_note(event, page),
        "decision": PLAN_EVENTS[event.name].kind == "decision",
    }


def _own_note(event: EventFact, page: PlanPage) -> str:
    if event.name == "sip_plan_opened":
        return str(event.data["why"])
    if event.name == "deadline_passed":
        return duty_sentence(event.data["code"])
    unit = page.units.get(str(event.data.get("unit_id", "")))
    reason = event.data.get("reason", "")
    return " ".join(part for part in (f"{unit.name}." if unit else "", reason) if part)
