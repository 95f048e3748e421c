"""En öppnad rad: the month's days as the strip of the case page, an explanation for each, and what has been said."""

from datetime import datetime
from typing import Any

from discharge.events import EVENTS
from discharge.queries.settlement import SettlementLine
from discharge.rules.facts_of_settlement import REVIEW
from discharge.rules.settlement_line import month_of
from discharge.rules.swedish_words import short_day
from lus.swedish_time import local_date
from lus.web.words import moment

from .payment_words import agreement_words, strip_cell
from .settlement_notes import note_of

Words = dict[str, Any]


def days_of_line(line: SettlementLine, url: str, at: datetime) -> Words:
    """Return ``{days, start, reasons, log}``. ``url``: where the strip's days lead, the opened row itself."""
    lines, today = line.part.lines, local_date(at)
    month = month_of(lines[0].date)
    return {
        "start": lines[0].date.isoweekday(),
        "days": [strip_cell(one, first=one == lines[0], today=today, url=url) for one in lines],
        "reasons": [
            {
                "day": short_day(one.date),
                "word": one.word,
                "reason": one.reason,
                "support": f"{one.rule_reference} · {agreement_words(one)}" if one.agreement_key else "",
            }
            for one in lines
        ],
        "log": [
            {
                "what": EVENTS[event.name].label,
                "who": f"{event.actor_name}, {event.unit_name}",
                "when": moment(event.recorded_at, at),
                "note": note_of(event.name, event.data),
            }
            for event in line.facts.events
            if event.name in REVIEW and event.data["month"] == month
        ],
    }
