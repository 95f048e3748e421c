"""*Händelser*: what has happened, newest first, in the words of ``discharge/events/``.

Times are when a thing was entered; when it happened earlier, the line under says so.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from discharge.events import EVENTS
from discharge.queries import ward_only
from discharge.queries.case_page import CasePage
from discharge.queries.ward_only import reads_more
from discharge.rules.facts import EventFact
from discharge.rules.struck import struck as struck_by
from lus.deadlines.sweep import CATCH_UP
from lus.organisations.actor import Actor
from lus.swedish_time import local_date
from lus.web.words import clock, day_heading, moment

from .mended_words import Mended
from .report_links import ReportLinks
from .sip_notes import SIP_NOTES
from .timeline_gather import gathered
from .timeline_notes import changed, note

Words = dict[str, Any]

PAGE = 50
FILTERS = (("", "Allt"), ("decision", "Beslut"), ("message", "Meddelanden"), ("change", "Ändringar"))
ICONS = {"decision": "klar", "message": "meddelande", "change": "rattad", "clock": "klocka"}
ICON_OF = {
    "ready_notice_sent": "klar",
    "ready_notice_withdrawn": "aterta",
    "admission_notice_withdrawn": "aterta",
    **dict.fromkeys(SIP_NOTES, "sip"),
    "sip_summons_sent": "sip",
    "expected_discharge_changed": "kalender",
    "expected_discharge_set": "kalender",
    "patient_admitted": "sang",
    "ward_changed": "sang",
    "patient_transferred": "sang",
    "patient_discharged": "hem",
    "deadline_passed": "sent",
    "payment_liability_started": "betalning",
    "payment_day_counted": "betalning",
    "payment_blocked": "saknas",
    "home_ready_reached": "hem",
    "home_ready_lost": "aterta",
    "waiting_reason_contested": "varning",
    "grace_period_started": "frist",
    "wrong_recipient_reported": "varning",
    "case_declined": "varning",
    "phone_contact_recorded": "ring",
    "weekend_warning_raised": "helg",
    "acknowledgement_escalated": "varning",
    "on_call_contacted": "ring",
    "deviation_reported": "avvikelse",
}
DECISIVE = frozenset(
    {
        "ready_notice_sent",
        "ready_notice_withdrawn",
        "sip_summons_sent",
        "patient_discharged",
        "admission_notice_sent",
    }
)
# Say nothing that the event beside them does not say.
SILENT = frozenset({"case_opened", "day_began", "message_delivered"})
# The reminder, written down at the same moment, says which message.
TOLD_BETTER = frozenset({"acknowledge"})
EARLIER = timedelta(minutes=15)
# Written down for the minute when the day began, however late the clock was.
BY_THE_CLOCK = frozenset({"payment_liability_started", "payment_blocked"})


def timeline(page: CasePage, viewer: Actor, kind: str, number: int, at: datetime) -> Words:
    """Return ``{days, filters, has_older}``: one page of 50, for ``kind`` of news (``FILTERS``)."""
    silent = SILENT if reads_more(viewer, page.facts) else SILENT | ward_only.EVENTS
    struck = struck_by(page.facts.events)
    mended, links = Mended(page, viewer, at), ReportLinks(page, viewer, at)
    wanted = [
        event for event in reversed(page.facts.events) if event.name not in silent and _is_wanted(event, kind)
    ]
    shown = wanted[(number - 1) * PAGE : number * PAGE]
    return {
        "days": list(_days(page, shown, struck, mended, links, at)),
        "has_older": len(wanted) > number * PAGE,
    }


def _is_wanted(event: EventFact, kind: str) -> bool:
    if event.name == "deadline_passed" and event.data["code"] in TOLD_BETTER and "key" in event.data:
        return False
    return event.name in EVENTS and (not kind or EVENTS[event.name].kind == kind)


def _days(
    page: CasePage,
    events: Iterable[EventFact],
    struck: dict[str, EventFact],
    mended: Mended,
    links: ReportLinks,
    at: datetime,
) -> Iterable[Words]:
    by_day: dict[date, list[Words]] = {}
    for event in events:
        now = mended.now[event.event_id]
        words = _event(page, now, struck.get(event.event_id), at) | mended.words(event)
        words["report_url"] = links.of_event(event)
        by_day.setdefault(local_date(event.recorded_at), []).append(words)
    return (
        {"heading": day_heading(day, local_date(at)), "events": gathered(found)}
        for day, found in by_day.items()
    )


def _event(page: CasePage, event: EventFact, correction: EventFact | None, at: datetime) -> Words:
    kind = EVENTS[event.name]
    was, now = changed(event, at)
    told = [note(event, page, at), _delivered(event, page), _earlier(event, at), caught_up(event, at)]
    if correction is not None:
        told.append(f"Rättad {moment(correction.recorded_at, at)}.")
    return {
        "seq": event.seq,
        "time": clock(event.recorded_at),
        "iso": event.recorded_at.isoformat(),
        "icon": ICON_OF.get(event.name, ICONS[kind.kind]),
        "what": kind.label,
        "was": was,
        "now": now,
        "who": event.unit_name or event.actor_name,
        "sub": " ".join(part for part in told if part),
        "decision": event.name in DECISIVE or kind.kind == "decision",
        "corrected": correction is not None,
    }


def _delivered(event: EventFact, page: CasePage) -> str:
    """``Levererat.``, said with the message itself."""
    return "Levererat." if any(item.event_id == event.event_id for item in page.facts.deliveries) else ""


def _earlier(event: EventFact, at: datetime) -> str:
    if event.recorded_at - event.happened_at <= EARLIER or EVENTS[event.name].kind == "clock":
        return ""
    same_day = local_date(event.happened_at) == local_date(event.recorded_at)
    when = clock(event.happened_at) if same_day else moment(event.happened_at, at)
    late = event.data.get("late")
    if not (late and late.get("reason")):
        return f"Hände {when}."  # also a time that was corrected: its own line says how
    return (
        f"Efterregistrerat: hände {when}, infört {clock(event.recorded_at)}. {late.get('reason', '')}".strip()
    )


def caught_up(event: EventFact, at: datetime) -> str:
    """``Inföll fre 00.00, visades i dag 08.20 (driftstörning).`` when the clock was away, else nothing."""
    is_late = event.name in BY_THE_CLOCK and event.recorded_at - event.happened_at > CATCH_UP
    if not (is_late or event.data.get("catch_up")):
        return ""
    return f"Inföll {moment(event.happened_at, at)}, visades {moment(event.recorded_at, at)} (driftstörning)."
