"""Omdömet: one plain sentence about the last point of a series, and whether the process meets its target."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from .xmr import FEWEST, Direction, Limits, Segment
from .xmr_flags import Judged

LOOK_BACK: Final = 12
PERIODS: Final = {"month": ("månaden", "månader", "månad"), "quarter": ("kvartalet", "kvartal", "kvartal")}
SIDE: Final = {"improvement": ", åt rätt håll", "concern": ", åt fel håll", "neutral": ""}
ASSURANCE_WORDS: Final = {
    "never": "når stadigt inte målet",
    "always": "når stadigt målet",
    "sometimes": "når målet ibland",
}


def verdict(segment: Segment, points: Sequence[Judged]) -> str:
    """Return the code: ``too_few``, ``no_value``, ``shift:concern`` and so on, ``earlier`` or ``none``.

    ``points``: of the last segment, as ``judged`` returned them.
    """
    if segment.limits is None:
        return "too_few"
    last = points[-1]
    if last.type == "gap":
        return "no_value"
    if last.flags:
        return last.flags[0] if last.type == "neutral" else f"{last.flags[0]}:{last.type}"
    return "earlier" if any(one.flags for one in points[-LOOK_BACK:]) else "none"


def verdict_words(code: str, segment: Segment, points: Sequence[Judged], period: str = "month") -> str:
    """Return the code as a Swedish sentence. ``period``: a key of ``PERIODS``."""
    the, many, one = PERIODS[period]
    flag, _, side = code.partition(":")
    way = SIDE.get(side, "")
    if flag == "trend":
        rising = _last_step(points) > 0
        return f"Värdena har {'stigit' if rising else 'sjunkit'} sju {many} i rad."
    return {
        "too_few": f"För få mätpunkter för att bedöma förändring ({segment.known} av {FEWEST}).",
        "no_value": f"Senaste {the} saknar värde.",
        "astronomical": f"Senaste {the} avviker mer än slumpen väntas ge{way}.",
        "shift": f"Nivån har ändrats: minst sju {many} i rad på samma sida om medelvärdet{way}.",
        "two_of_three": f"Tidigt tecken på förändring{way}. Följ nästa {one}.",
        "earlier": f"Tydlig avvikelse under de senaste 12 {many}na, men inte den senaste.".replace(
            "kvartalna", "kvartalen"
        ),
        "none": f"Ingen säker förändring de senaste 12 {many}na.".replace("kvartalna", "kvartalen"),
    }[flag]


def assurance(limits: Limits | None, direction: Direction, target: float | None) -> str:
    """Return ``never``, ``always`` or ``sometimes``; "" without limits, direction or target."""
    if limits is None or direction == "neutral" or target is None:
        return ""
    if limits.lower <= target <= limits.upper:
        return "sometimes"
    above = target > limits.upper
    return "never" if above == (direction == "up") else "always"


def _last_step(points: Sequence[Judged]) -> float:
    last, before = points[-1].point.value, points[-2].point.value
    assert last is not None
    assert before is not None
    return last - before
