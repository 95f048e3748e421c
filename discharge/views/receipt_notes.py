"""The line under events of unread messages and weekend warnings."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from discharge.queries.case_page import CasePage
from discharge.rules.receipt_ladder import LEVELS
from discharge.rules.weekend_guard import CHOICES
from discharge.rules.words import MESSAGES
from lus.swedish_time import local_date
from lus.web.words import day

Data = Mapping[str, Any]
RESULTS = {"no_backup": " Ingen ersättare är vald.", "no_active_user": " Enheten har ingen aktiv användare."}


def _unit(page: CasePage, unit_id: str) -> str:
    unit = page.units.get(unit_id)
    return unit.name if unit else "en enhet"


def _escalated(data: Data, page: CasePage, at: datetime) -> str:
    what = MESSAGES.get(data["kind"], "meddelande").capitalize()
    level = data["level"]
    told = LEVELS[level].lower()
    return (
        f"{what} är inte läst av {_unit(page, data['unit_id'])}. "
        f"Steg {level}: {told}.{RESULTS.get(data['result'], '')}"
    )


def _warned(data: Data, page: CasePage, at: datetime) -> str:
    names = ", ".join(_unit(page, one["unit_id"]) for one in data["closed"])
    return (
        f"{names} har stängt {day(date.fromisoformat(data['day']), local_date(at))}. Lagens frist löper ändå."
    )


def _answered(data: Data, page: CasePage, at: datetime) -> str:
    with_whom = f": {data['agreed_with'].rstrip('.')}" if data["agreed_with"] else ""
    return f"{CHOICES[data['choice']]}{with_whom}."


RECEIPT_NOTES = {
    "acknowledgement_reminded": _escalated,
    "acknowledgement_escalated": _escalated,
    "weekend_warning_raised": _warned,
    "weekend_warning_answered": _answered,
}
