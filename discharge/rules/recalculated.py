"""Omräknat, LUS 5 kap.: what a correction did to the counted days, in one sentence."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Final

from .swedish_words import short_day

# These change what has been; of other events only those that are registered late do.
LOOKING_BACK: Final = frozenset(
    {
        "event_corrected",
        "discharge_corrected",
        "death_record_corrected",
        "ready_notice_entered_in_error",
        "late_registration_confirmed",
    }
)


def difference_words(old: Collection[str], new: Collection[str], *, shadow: bool) -> str:
    """``3 → 2 betalningsdagar: tor 12/10 räknas inte längre.``

    ``old``, ``new``: counted days as ISO dates; ``shadow``: they are counted and nobody pays for them.
    """
    unit = "räknade dagar" if shadow else "betalningsdagar"
    gone, come = sorted(set(old) - set(new)), sorted(set(new) - set(old))
    parts = [
        *([f"{_days(gone)} räknas inte längre"] if gone else []),
        *([f"{_days(come)} räknas nu"] if come else []),
    ]
    return f"{len(old)} → {len(new)} {unit}: {', '.join(parts)}."


def _days(days: list[str]) -> str:
    words = [short_day(date.fromisoformat(day)) for day in days]
    if len(words) > 4:
        return f"{words[0]} till {words[-1]} ({len(words)} dagar)"
    return " och ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
