"""Öppna punkter vid utskrivning: listed before the patient leaves, with whose they are; they stop nothing."""

from typing import Any

from discharge.queries.case_page import CasePage
from discharge.rules.home_ready.short_words import short_words
from discharge.rules.home_ready.standing import home_ready, owner_unit


def open_points(page: CasePage) -> dict[str, Any]:
    """Return ``{history: {heading, rows}}`` with each blocking point that is open, or nothing when the list is done."""
    rows = []
    for item in home_ready(page.facts, page.checklist).open:
        unit = page.units.get(owner_unit(item, page.facts))
        rows.append(f"{item.point.code} {short_words(item.point)}{f' · {unit.name}' if unit else ''}")
    if not rows:
        return {}
    return {"history": {"heading": "Öppna punkter i hemgångslistan, hindrar inte", "rows": rows}}
