"""Får raden sparas? Known section and fields, within the limits, dates that are dates. Half a row may be saved."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from discharge.rules.refusal import Refusal

from .field import Field
from .row import Row, rows_in
from .sections import SECTIONS


def refuse_row(
    rows: tuple[Row, ...], row_id: str, section_key: str, values: Mapping[str, str]
) -> Refusal | None:
    """Return why the row cannot be saved, with ``field`` named, or None.

    What is missing is said at the lock, never here: nobody loses a sentence because a date is not known yet.
    """
    section = SECTIONS.get(section_key)
    if section is None:
        return _wrong("", "Avsnittet finns inte i planen.", "Ladda om sidan.")
    held = next((row for row in rows if row.id == row_id), None)
    if held is not None and held.section != section_key:
        return _wrong("", "Raden hör till ett annat avsnitt.", "Ladda om sidan.")
    if not section.many and any(row.id != row_id for row in rows_in(rows, section_key)):
        return _wrong("", f"{section.label} finns redan i planen.", "Skriv i den rad som finns.")
    for name, text in values.items():
        field = section.by_name.get(name)
        if field is None:
            return _wrong(name, "Fältet finns inte i avsnittet.", "Ladda om sidan.")
        refusal = _field_refused(field, text, rows, row_id) if text else None
        if refusal is not None:
            return refusal
    return None


def refuse_removal(rows: tuple[Row, ...], row_id: str) -> Refusal | None:
    """Return why the row cannot be taken away, or None: a goal that measures or sub-goals hang on stays."""
    for row in rows:
        if row_id and row_id in (row.get("goal_id"), row.get("part_of")):
            what = "Ett delmål" if row.section == "goal" else "En insats"
            return Refusal(
                "goal-in-use",
                "Målet används",
                f"{what} hör till målet.",
                "Flytta den till ett annat mål först.",
                field=row.id,
            )
    return None


def _field_refused(field: Field, text: str, rows: tuple[Row, ...], row_id: str) -> Refusal | None:
    if field.kind == "choice" and text not in field.choices:
        return _wrong(field.name, f"{field.label}: valet finns inte.", "Välj ett av alternativen.")
    if field.kind == "date" and _day(text) is None:
        return _wrong(field.name, f"{field.label} är inget datum.", "Skriv så här: 2026-03-02.")
    if field.kind == "goal" and not any(row.id == text != row_id for row in rows_in(rows, "goal")):
        return _wrong(field.name, "Målet finns inte i planen.", "Välj ett av målen, eller lämna tomt.")
    # Ids of units are longer than what people write; whether the unit takes part is asked of the plan's units.
    if len(text) > field.limit:
        return _wrong(
            field.name,
            f"{field.label} har {len(text)} tecken, högst {field.limit} får plats.",
            "Korta texten.",
        )
    return None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _wrong(name: str, detail: str, advice: str) -> Refusal:
    return Refusal("plan-row-invalid", "Raden kan inte sparas", detail, advice, field=name)
