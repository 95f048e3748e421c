"""Insatser som saknas, HSL 16 kap. 4 § 1–3: measures, who answers for them, what others do (SIP12, 13, 14, 16)."""

from __future__ import annotations

from collections.abc import Iterator

from discharge.rules.facts_of_sip import PRINCIPALS

from .choices import PRINCIPALS_OF_NEED
from .lock_basis import LockBasis
from .missing import HSL, HSL_LUS, Missing
from .row import Row, rows_in, value_in

NONE = frozenset[str]()


def missing_measures(rows: tuple[Row, ...], basis: LockBasis) -> Iterator[Missing]:
    """Yield what the measures lack, a row at a time."""
    measures = rows_in(rows, "intervention")
    if not measures:
        yield Missing("SIP12", "intervention", "Insatser saknas. Lägg till minst en.", "what", basis=HSL_LUS)
    for number, row in enumerate(measures, start=1):
        yield from _lacks(row, number, basis)
    yield from _principals_without(rows, measures)


def goals_without_measure(rows: tuple[Row, ...]) -> Iterator[Missing]:
    """Yield each goal that no measure serves, itself or by a sub-goal: nobody would own it."""
    served = {row.get("goal_id") for row in rows_in(rows, "intervention")}
    goals = rows_in(rows, "goal")
    served |= {goal.get("part_of") for goal in goals if goal.id in served}
    for number, goal in enumerate(goals, start=1):
        if goal.id not in served:
            text = f"Mål {number}: ingen insats hör till målet. Koppla en insats."
            yield Missing("SIP12", "goal", text, "words", goal.id, number, HSL)


def missing_of_others(rows: tuple[Row, ...]) -> Iterator[Missing]:
    """Yield SIP14: others' measures are listed, or said to be none; the two never contradict each other."""
    answer, listed = value_in(rows, "others_needed", "others"), rows_in(rows, "other_measure")
    if answer == "none" and listed:
        text = "Åtgärder av andra: svaret är Inga, men det finns rader. Ändra svaret eller ta bort raderna."
    elif (answer == "listed" and not listed) or (not answer and not listed):
        text = "Åtgärder av andra saknas. Lägg till en rad, eller svara Inga."
    else:
        return
    yield Missing("SIP14", "others_needed", text, "others", basis=HSL)


def _lacks(row: Row, number: int, basis: LockBasis) -> Iterator[Missing]:
    def lacks(code: str, field: str, text: str) -> Missing:
        return Missing(code, "intervention", f"Insats {number}: {text}", field, row.id, number, HSL)

    if not row.get("what"):
        yield lacks("SIP12", "what", "vad som ska göras saknas. Skriv insatsen.")
    if not row.get("principal"):
        yield lacks("SIP13", "principal", "huvudman saknas. Välj region eller kommun.")
    unit_id = row.get("unit_id")
    if not unit_id:
        yield lacks("SIP16", "unit_id", "ansvarig verksamhet saknas. Välj en verksamhet.")
    elif basis.open_units and unit_id not in basis.open_units:
        yield lacks("SIP16", "unit_id", "verksamheten är inte längre med. Välj en annan.")
    if row.get("start_on") and row.get("due_on") and row.get("due_on") < row.get("start_on"):
        yield lacks("SIP16", "due_on", "klart-dagen är före starten. Ändra en av dem.")


def _principals_without(rows: tuple[Row, ...], measures: list[Row]) -> Iterator[Missing]:
    """At least one measure for each principal with a need (handbook §9 row 7)."""
    needed = {
        principal
        for need in rows_in(rows, "need")
        for principal in PRINCIPALS_OF_NEED.get(need.get("principals"), NONE)
    }
    having = {row.get("principal") for row in measures}
    for principal in sorted(needed - having) if measures else ():
        text = f"{PRINCIPALS[principal]} har behov att svara för, men ingen insats. Lägg till en."
        yield Missing("SIP13", "intervention", text, "principal", basis=HSL)
