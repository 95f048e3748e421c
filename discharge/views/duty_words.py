"""Duties in words: the clock, how binding it is, whose it is. One way to say it for every part of the case page."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from discharge.queries.case_page import CasePage
from discharge.rules.next_step import Owed, in_order
from discharge.rules.obligations import Obligation, obligations
from discharge.rules.owed_on_messages import DUTIES
from lus.organisations.actor import Actor
from lus.swedish_time import local_date
from lus.web.words import DeadlineWords, deadline_words, near_day

from .report_links import ReportLinks

BASIS = {"law": "lag", "agreement": "ok", "routine": "rutin"}
DONE_SHOWN = 5
RECEIPTS = frozenset({"acknowledge", *DUTIES})


def duties_of(page: CasePage) -> list[Obligation]:
    """Return every duty of the case, open and met, with its sentence."""
    case = page.case
    return obligations(
        page.facts,
        day_zero=case.day_zero,
        first_liable_day=case.first_liable_day,
        checklist=page.checklist,
    )


def deadline_of(duty: Owed, at: datetime) -> DeadlineWords:
    """Return the clock. A limit in calendar days is told as its last day, not as the midnight that ends it."""
    words = deadline_words(duty.due_at, at, started=duty.starts_at, met_at=duty.met_at)
    if duty.due_at is None or duty.met_at is not None or duty.clock != "calendar":
        return words
    return on_its_last_day(words, duty.due_at, at)


def on_its_last_day(words: DeadlineWords, due: datetime, at: datetime) -> DeadlineWords:
    """Return ``words`` of a limit that is the midnight ``due`` with the day that it ends."""
    last = local_date(due - timedelta(seconds=1))
    return replace(words, absolute=f"senast {near_day(last, local_date(at))}")


def owner_of(duty: Obligation, page: CasePage) -> str:
    """Return the name of the unit whose duty it is."""
    unit = page.units.get(duty.unit_id or "")
    return unit.name if unit else ""


def clock_rows(page: CasePage, viewer: Actor, duties: Sequence[Obligation], at: datetime) -> dict[str, Any]:
    """Return the rows of *Klockor*: ``running``, most urgent first; ``quiet``: without limit, or lately done."""
    met = [duty for duty in duties if duty.met_at is not None and duty.unit_id and duty.code not in RECEIPTS]
    done = sorted(met, key=lambda duty: duty.met_at or at, reverse=True)[:DONE_SHOWN]
    waiting = in_order(duties, at)
    running = [duty for duty in waiting if duty.due_at is not None]
    quiet = [*(duty for duty in waiting if duty.due_at is None), *done]
    links = ReportLinks(page, viewer, at)
    return {
        "running": [_row(page, duty, links, at) for duty in running],
        "quiet": [_row(page, duty, links, at) for duty in quiet],
    }


def _row(page: CasePage, duty: Obligation, links: ReportLinks, at: datetime) -> dict[str, Any]:
    raw, due = duty.raw_due_at, duty.due_at
    extended = ""
    if raw and due and raw != due and duty.met_at is None:
        last = near_day(local_date(raw - timedelta(seconds=1)), local_date(at))
        extended = f"Utan förlängning: {last}"
    return {
        "deadline": deadline_of(duty, at),
        "basis": BASIS[duty.basis],
        "what": f"{duty.sentence} – {owner_of(duty, page)}",
        "note": extended,
        "report_url": links.of_clock(duty),
    }
