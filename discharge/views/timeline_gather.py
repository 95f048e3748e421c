"""Samma sak flera gånger: what one unit did many times in the same minute is one line on the timeline."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

Words = dict[str, Any]
# What is said of many at once, by the label of each.
TOGETHER = {"Punkt besvarad": "{} punkter besvarade", "Tiden gick ut": "{} tider gick ut"}

# Whoever has something of this stands alone.
OWN_LINE = ("corrected", "now", "mended", "correct_url")


def gathered(events: Iterable[Words]) -> list[Words]:
    """Return the day's lines, those that belong together as one; every line under is kept."""
    found: list[Words] = []
    for (what, _, _, plain), group in groupby(events, key=_same):
        lines = list(group)
        if plain and len(lines) > 1:
            below = " ".join(line["sub"] for line in lines if line["sub"])
            found.append({**lines[0], "what": TOGETHER[what].format(len(lines)), "sub": below})
        else:
            found += lines
    return found


def _same(line: Words) -> tuple[str, str, str, bool]:
    plain = line["what"] in TOGETHER and not any(line.get(own) for own in OWN_LINE)
    return line["what"], line["time"], line["who"], plain
