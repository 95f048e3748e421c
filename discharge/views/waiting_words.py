"""Orsaker till kvarstannande i ord: who everyone waits for, since when, for how many days, and what the owner says."""

from datetime import datetime
from typing import Any

from django.urls import reverse

from discharge.queries.case_page import CasePage
from discharge.rules.facts_of_home_ready import WaitingReason
from discharge.rules.waiting_reasons import REASONS, waited
from lus.organisations.actor import Actor
from lus.swedish_time import local_date
from lus.web.words import moment, near_day

Words = dict[str, Any]
ACTS = ("open_waiting_reason", "close_waiting_reason", "contest_waiting_reason")
ENDED = {
    "closed": "upphörde",
    "withdrawn": "underrättelsen återtogs",
    "discharged": "patienten skrevs ut",
    "died": "ärendet avslutades",
    "annulled": "underrättelsen var felregistrerad, räknas inte",
    "transferred": "patienten flyttades över",
}


def waiting_section(page: CasePage, viewer: Actor, acts: list[str], at: datetime) -> Words:
    """Return ``{rows, sums, unexplained, open_url}`` for the reasons on the case page."""
    found = waited(page.facts, page.case.day_zero, local_date(at))
    reasons = sorted(page.facts.waiting, key=lambda one: (not one.is_open, one.since))
    return {
        "rows": [_row(page, reason, viewer, acts, at) for reason in reasons],
        "sums": [
            {"what": REASONS.get(code, code), "who": _name(page, owner), "days": days_words(number)}
            for (code, owner), number in found.by_reason
        ],
        "unexplained": days_words(found.unexplained) if found.unexplained else "",
        "open_url": _url(page, acts, "open_waiting_reason"),
        "is_ready": page.facts.open_spell is not None,
    }


def days_words(number: int) -> str:
    """``1 dag``, ``3 dagar``."""
    return "1 dag" if number == 1 else f"{number} dagar"


def _row(page: CasePage, reason: WaitingReason, viewer: Actor, acts: list[str], at: datetime) -> Words:
    today = local_date(at)
    may_contest = reason.owner_id == str(viewer.unit_id) and not reason.contested_at
    ended = ENDED.get(reason.ended_by, "")
    until = f"{near_day(reason.until, today)}, {ended}" if reason.until and not reason.is_open else "pågår"
    return {
        "what": REASONS.get(reason.code, reason.code),
        "who": _name(page, reason.owner_id),
        "when": f"{near_day(reason.since, today)} – {until}",
        "comment": reason.comment,
        "contested": reason.contested,
        "contested_by": f"{reason.contested_by} {moment(reason.contested_at, at)}"
        if reason.contested_at
        else "",
        "is_open": reason.is_open,
        "close_url": _url(page, acts, "close_waiting_reason", reason) if reason.is_open else "",
        "contest_url": _url(page, acts, "contest_waiting_reason", reason)
        if reason.is_open and may_contest
        else "",
    }


def _name(page: CasePage, unit_id: str) -> str:
    unit = page.units.get(unit_id)
    return unit.name if unit else "en enhet"


def _url(page: CasePage, acts: list[str], act: str, reason: WaitingReason | None = None) -> str:
    if act not in acts:
        return ""
    address = reverse(act, args=[page.case.pk])
    return f"{address}?reason_id={reason.event_id}" if reason else address
