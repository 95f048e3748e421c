"""*Händelser* of a plan outside hospital, newest first; in a discharge the case tells them."""

from datetime import datetime
from itertools import groupby
from typing import Any

from discharge.rules.facts import EventFact
from discharge.views.listed_duty import duty_sentence
from discharge.views.sip_notes import SIP_NOTES
from lus.swedish_time import local_date
from lus.web.words import clock, day_heading
from sip.events import PLAN_EVENTS
from sip.queries.plan_page import PlanPage

Words = dict[str, Any]
# What the first event says already.
SAID_BESIDE = frozenset({"sip_need_assessed", "sip_offered"})
# Each row says in the document who saved it last; a meeting saves many.
SAID_IN_DOCUMENT = frozenset({"sip_section_saved"})


def plan_events(page: PlanPage, at: datetime) -> list[Words]:
    """Return days with their events, ready for `components/timeline.html`."""
    today = local_date(at)
    events = [event for event in reversed(page.own) if not _is_said(event, page)]
    return [
        {"heading": day_heading(day, today), "events": [_row(event, page, at) for event in found]}
        for day, found in groupby(events, key=lambda event: local_date(event.recorded_at))
    ]


def _is_said(event: EventFact, page: PlanPage) -> bool:
    opened = page.own[0]
    if event.name in SAID_IN_DOCUMENT:
        return True
    return event.name in SAID_BESIDE and event.recorded_at == opened.recorded_at


def _row(event: EventFact, page: PlanPage, at: datetime) -> Words:
    note = SIP_NOTES.get(event.name)
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
