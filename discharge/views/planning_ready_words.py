"""*Klart att ta emot*: which units can take over, what begins and when."""

from datetime import datetime
from typing import Any

from discharge.queries.case_page import CasePage
from discharge.queries.recipients import letter_of
from discharge.rules.facts import ConcernedUnit
from lus.organisations.actor import Actor
from lus.web.words import moment

from .more_acts import act_links
from .unit_words import STATES

Words = dict[str, Any]


def ready_part(page: CasePage, viewer: Actor, acts: list[str], at: datetime) -> Words | None:
    """Return ``{rows, summary, acts}``; None when no unit is concerned."""
    units = page.facts.active_units
    if not units:
        return None
    ready = sum(unit.state == "ready_to_receive" for unit in units)
    mine = [act for act in acts if act in ("report_ready_to_receive", "withdraw_ready_to_receive")]
    return {
        "rows": [_row(unit, page, at) for unit in units],
        "summary": f"{ready} av {len(units)} enheter klara",
        "acts": act_links(mine, page.case.pk),
    }


def _row(unit: ConcernedUnit, page: CasePage, at: datetime) -> Words:
    look, word = STATES[unit.state]
    known = page.units.get(unit.unit_id)
    first = f"Första kontakt {moment(unit.first_contact_at, at)}." if unit.first_contact_at else ""
    return {
        "letter": letter_of(unit.role),
        "state": look,
        "name": known.name if known else "",
        "word": word,
        "detail": " ".join(part for part in (unit.ready_what, first) if part),
    }
