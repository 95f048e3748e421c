"""*Beräknad utskrivning* as history: each day it stood on, why it moved, and who moved it."""

from datetime import date, datetime
from typing import Any

from django.urls import reverse

from discharge.actions.change_expected_discharge import REASONS
from discharge.forms.expected_date import chip_choices
from discharge.queries.case_page import CasePage
from discharge.rules.facts import EventFact
from discharge.views.more_acts import act_links
from lus.organisations.actor import Actor
from lus.swedish_time import local_date
from lus.web.words import MovedDate, day, moment, moved_date

Words = dict[str, Any]
SETS = {"admission_notice_sent": "expected_discharge", "expected_discharge_changed": "new"}


def moved(page: CasePage, at: datetime) -> MovedDate | None:
    """Return ``mån 4/5 → ons 6/5 · flyttat 2 ggr``, or None when no day is set."""
    history = page.facts.expected_history
    if not history:
        return None
    was = history[-2][1] if len(history) > 1 else None
    return moved_date(history[-1][1], local_date(at), was=was, times=len(history) - 1)


def dates_part(page: CasePage, viewer: Actor, acts: list[str], at: datetime) -> Words | None:
    """Return ``{now, rows, acts}``, newest first; None when no day is set."""
    now = moved(page, at)
    if now is None:
        return None
    rows = [_row(event, at) for event in page.facts.events if event.name in SETS]
    mine = [act for act in acts if act == "change_expected_discharge"]
    return {"now": now, "rows": rows[::-1], "acts": act_links(mine, page.case.pk)}


def quick_dates(page: CasePage, acts: list[str], at: datetime) -> Words | None:
    """Return ``{now, days: list of {label, when, url}}``: a press on a day opens the form with it chosen."""
    if "change_expected_discharge" not in acts:
        return None
    address = reverse("change_expected_discharge", args=[page.case.pk])
    days = [
        {"label": str(label), "when": label.hint, "url": f"{address}?expected_choice={key}"}
        for key, label in chip_choices(local_date(at))
    ]
    return {"now": moved(page, at), "days": days}


def _row(event: EventFact, at: datetime) -> Words:
    chosen = date.fromisoformat(event.data[SETS[event.name]])
    reason = REASONS.get(event.data.get("reason", ""), "Inskrivningsmeddelandet")
    who = ", ".join(part for part in (event.actor_name, event.unit_name) if part)
    return {
        "day": day(chosen, local_date(at)),
        "reason": reason,
        "who": f"{who}, {moment(event.recorded_at, at)}",
    }
