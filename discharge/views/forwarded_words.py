"""En rad per kommun: the units that a case was forwarded to stand under the unit that forwarded it."""

from typing import Any

from discharge.queries.case_page import CasePage
from discharge.rules.facts import CaseFacts, ConcernedUnit

Words = dict[str, Any]
# How far a unit has come, the least first: an organisation has come as far as the last of its units.
COME = ("new", "acknowledged", "unknown_patient", "in_progress", "ready_to_receive")


def one_row_each(facts: CaseFacts, rows: dict[str, Words]) -> list[Words]:
    """Return the rows in order; a row that was forwarded has its units' rows in ``below`` and tells their state."""
    top: list[Words] = []
    for unit in facts.units:
        if unit.under in rows:
            continue
        below = _below(facts, unit.unit_id)
        top.append(_with(rows, unit, below) if below else rows[unit.unit_id])
    return top


def claim_words(page: CasePage, unit_id: str) -> str:
    """``Tas av Lena Ståhl`` for the own unit, ``Tas av biståndshandläggare`` for the others."""
    claim = page.facts.claim_of(unit_id)
    if claim is None:
        return ""
    return f"Tas av {claim.name if claim.user_id else claim.name.lower()}"


def _below(facts: CaseFacts, unit_id: str) -> list[ConcernedUnit]:
    found = []
    for unit in facts.units:
        if unit.under == unit_id and unit.unit_id != unit_id:
            found += [unit, *_below(facts, unit.unit_id)]
    return found


def _with(rows: dict[str, Words], unit: ConcernedUnit, below: list[ConcernedUnit]) -> Words:
    row = {**rows[unit.unit_id], "below": [rows[one.unit_id] for one in below]}
    at_work = [one for one in below if one.is_active]
    if unit.state != "forwarded" or not at_work:
        return row
    last = min(at_work, key=lambda one: COME.index(one.state))
    if last.state == "new":
        return row  # the receipt of who forwarded it is the organisation's receipt
    return {**row, "state": rows[last.unit_id]["state"], "word": rows[last.unit_id]["word"]}
