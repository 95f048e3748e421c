"""Återanvänd mål, HSL 16 kap. 4 §: goals of an earlier plan that the new one lacks, as they would stand in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from .row import Row, rows_in


@dataclass(frozen=True, slots=True)
class OldGoal:
    """A goal to take along. ``id``: of the row it gets here, the same whoever takes it; ``values``: its text."""

    id: str
    values: Mapping[str, str]


def goals_to_reuse(
    older: Iterable[Row], rows: Iterable[Row], plan_id: str, today: date
) -> tuple[OldGoal, ...]:
    """Return the goals of ``older`` that no goal of ``rows`` says already.

    A day that has passed is left out, and so is what a sub-goal was part of when that goal is here under another id.
    """
    held = rows_in(rows, "goal")
    said = {_same(row.get("words")) for row in held}
    here = {row.id for row in held}
    goals = [row for row in rows_in(older, "goal") if _same(row.get("words")) not in said]
    names = {row.id: _id(plan_id, row) for row in goals}
    return tuple(
        OldGoal(names[row.id], _values(row, names, today)) for row in goals if names[row.id] not in here
    )


def _values(row: Row, names: Mapping[str, str], today: date) -> dict[str, str]:
    values = dict(row.values)
    above = names.get(values.pop("part_of", ""))
    if above:
        values["part_of"] = above
    if "target_on" in values and values["target_on"] < today.isoformat():
        del values["target_on"]
    return values


def _id(plan_id: str, row: Row) -> str:
    return str(uuid5(UUID(plan_id), row.id))


def _same(words: str) -> str:
    return " ".join(words.casefold().split())
