"""Avvikelsekoder (T1): which codes a point may point at when it was open at discharge."""

from __future__ import annotations

from typing import Final

# How many sub-codes each category has; ``.9`` (annat) exists in every one.
SUBCODES: Final[dict[str, int]] = {
    "K01": 7,
    "K02": 4,
    "K03": 4,
    "K04": 4,
    "K05": 5,
    "K06": 7,
    "K07": 5,
    "K08": 8,
    "K09": 5,
    "K10": 5,
    "K11": 5,
    "K12": 4,
    "K13": 4,
    "K14": 4,
    "K15": 4,
    "K16": 3,
    "K17": 3,
    "K99": 0,
}


def is_deviation_code(code: str) -> bool:
    """Whether ``K08.5`` is a code of the taxonomy."""
    category, _, number = code.partition(".")
    if category not in SUBCODES or len(number) != 1 or not number.isdecimal():
        return False
    return number == "9" or 1 <= int(number) <= SUBCODES[category]
