"""Enheter: one letter and one word for each unit of a case: *K pågår*, *V ny 3 h*. For the board."""

from collections.abc import Iterable
from datetime import datetime

from discharge.queries.board import BoardUnit
from lus.web.words import age

LETTERS: dict[str, tuple[str, str]] = {
    "municipality": ("K", "Kommun"),
    "municipal_health": ("K", "Kommunal hälso- och sjukvård"),
    "primary_care": ("V", "Vårdcentral"),
    "outpatient_psychiatry": ("Ö", "Psykiatrisk öppenvård"),
    "outpatient": ("Ö", "Övrig öppenvård"),
}
# state of the unit → how the box is drawn, and the word beside it
STATES: dict[str, tuple[str, str]] = {
    "new": ("ny", "ny"),
    "acknowledged": ("kvitt", "kvitterad"),
    "unknown_patient": ("kvitt", "ej känd"),
    "in_progress": ("pagar", "pågår"),
    "ready_to_receive": ("klar", "klar"),
    "declined": ("fel", "avvisat"),
    "wrong_recipient": ("fel", "fel mottagare"),
}


def unit_letters(units: Iterable[BoardUnit], at: datetime) -> list[dict[str, str]]:
    """Return ``{letter, kind, state, word}`` for each unit that is, or should be, concerned."""
    return [
        _unit(unit, at) for unit in units if unit.state in STATES
    ]  # a forwarded one is told by those below it


def _unit(unit: BoardUnit, at: datetime) -> dict[str, str]:
    letter, kind = LETTERS.get(unit.role, ("Ö", "Övrig enhet"))
    state, word = STATES[unit.state]
    if unit.state == "new" and unit.told_at is not None:
        word = f"ny {age(unit.told_at, at)}"
    return {"letter": letter, "kind": kind, "state": state, "word": word}
