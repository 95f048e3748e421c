"""Uppföljning, HSL 16 kap. 4 §: a day that can be kept, or why there is none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from .lock_basis import LockBasis
from .missing import Missing
from .row import Row, value_in


def missing_follow_up(rows: tuple[Row, ...], basis: LockBasis) -> Iterator[Missing]:
    """Yield what is wrong with the planned follow-up when the version is locked, where that day is known."""
    day = value_in(rows, "follow_up", "on")
    if not day:
        if not value_in(rows, "follow_up", "why_none"):
            yield Missing("", "follow_up", "Uppföljning saknas. Välj dag, eller skriv skälet.", "on")
        return
    today, last = basis.today, basis.last_follow_up
    if today and last and not today <= date.fromisoformat(day) <= last:
        text = f"Uppföljning {day} går inte. Välj en dag från i dag till och med {last.isoformat()}."
        yield Missing("", "follow_up", text, "on")
