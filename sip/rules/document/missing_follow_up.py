"""Uppföljning, HSL 16 kap. 4 §: a day that can be kept, or why there is none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from .evaluation import latest_follow_up
from .missing import Missing
from .row import Row, value_in


def missing_follow_up(rows: tuple[Row, ...], today: date | None) -> Iterator[Missing]:
    """Yield what is wrong with the planned follow-up on ``today``; None: whether its day can be kept is not asked."""
    day = value_in(rows, "follow_up", "on")
    if not day:
        if not value_in(rows, "follow_up", "why_none"):
            yield Missing("", "follow_up", "Uppföljning saknas. Välj dag, eller skriv skälet.", "on")
        return
    last = latest_follow_up(today) if today else None
    if today and last and not today <= date.fromisoformat(day) <= last:
        text = f"Uppföljning {day} går inte. Välj en dag från i dag till och med {last.isoformat()}."
        yield Missing("", "follow_up", text, "on")
