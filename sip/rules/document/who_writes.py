"""Vem skriver var? Handbook sip §18: outpatient care everywhere, ward and municipality in their own sections."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from discharge.rules.refusal import Refusal

from .row import Row, value_in
from .sections import SECTIONS

Side = Literal["ward", "outpatient", "municipality"]
PRINCIPAL_OF_SIDE = {"ward": "region", "outpatient": "region", "municipality": "municipality"}


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes: the unit and its side. ``leads``: it called the meeting, as a municipality may outside hospital."""

    unit_id: str
    side: Side
    leads: bool = False

    @property
    def writes_everything(self) -> bool:
        """Whether the plan is this unit's to keep."""
        return self.leads or self.side == "outpatient"


def refuse_writer(
    writer: Writer, section_key: str, held: Row | None, values: Mapping[str, str]
) -> Refusal | None:
    """Return why the unit may not save these values over ``held`` (None: a new row), or None."""
    writers = SECTIONS[section_key].writers
    if writer.writes_everything or writers == "together":
        return None
    if (
        writers == "own_rows"
        and _is_own(writer, held)
        and values.get("unit_id") in (None, "", writer.unit_id)
    ):
        return None
    mine = "ni skriver era egna insatser" if writers == "own_rows" else "mötesledaren skriver här"
    return Refusal(
        "section-not-yours",
        "Inte ert avsnitt",
        f"{SECTIONS[section_key].label}: {mine}.",
        "Be den som leder planen att skriva.",
    )


def may_lock(writer: Writer, rows: tuple[Row, ...]) -> bool:
    """Whether the unit may lock, or establish with gaps: outpatient care, or who has the overall responsibility."""
    if writer.writes_everything:
        return True
    overall = value_in(rows, "responsibility", "overall_principal")
    return writer.side == "municipality" and overall == PRINCIPAL_OF_SIDE[writer.side]


def _is_own(writer: Writer, held: Row | None) -> bool:
    return held is None or held.removed or held.get("unit_id") in ("", writer.unit_id)
