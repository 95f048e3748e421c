"""Helgvarningen på sidan: who has closed, until when, and that the clock of the law runs on."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from discharge.forms.act_form import ActContext
from discharge.queries.weekend import closed_in
from discharge.rules.weekend_guard import Closed, Receiver, closed_on
from lus.opening_hours import Hours
from lus.swedish_time import local_date
from lus.web.words import day

from .unit_words import near_clock

AHEAD = 7
Alert = Mapping[str, Any]


def weekend_alerts(context: ActContext, when: date | datetime) -> list[Alert]:
    """Return the warning of a day or an instant, or nothing."""
    closed = closed_in(context.page.facts, when)
    if not closed:
        return []
    said = ". ".join(_said(one, context) for one in closed)
    text = f"{said}. Ni kan skicka ändå."
    return [{"text": text, "color": "warning", "heading": "Helgvarning"}]


def closed_days(context: ActContext) -> list[Alert]:
    """Return which of the next seven days some receiver is closed, from the hours that the page has read already."""
    page, today = context.page, local_date(context.at)
    receivers = [
        Receiver(unit.unit_id, page.hours.get(unit.unit_id, Hours())) for unit in page.facts.active_units
    ]
    said = []
    for ahead in range(AHEAD):
        chosen = today + timedelta(days=ahead)
        names = [page.units[one.unit_id].name for one in closed_on(receivers, chosen)]
        if names:
            said.append(f"{day(chosen, today)}: {', '.join(names)}")
    if not said:
        return []
    text = f"Stängt hela dagen {'; '.join(said)}. Lagens frister löper ändå."
    return [{"text": text, "color": "info", "heading": "Mottagarnas öppettider"}]


def _said(one: Closed, context: ActContext) -> str:
    unit = context.page.units.get(one.unit_id)
    name = unit.name if unit else "En mottagare"
    until = f" till {near_clock(one.opens_at, context.at)}" if one.opens_at else ""
    return f"{name}: stängt{until} – lagens frist löper ändå"
