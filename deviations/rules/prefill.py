"""Ifyllt från händelsen: which category and step an event or a passed clock suggests. A suggestion, never a verdict."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Final, Literal

Source = Literal["event", "clock"]
_FILE: Final = Path(__file__).with_name("prefill.csv")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """``code``: of the taxonomy; ``step``: a key of ``STEPS``."""

    code: str
    step: int


@cache
def suggestions() -> dict[tuple[str, str], Suggestion]:
    """Return ``{(source, name): suggestion}``; ``name``: of an event, or the code of a duty."""
    rows = csv.DictReader(StringIO(_FILE.read_text(encoding="utf-8")), delimiter=";")
    return {(row["source"], row["name"]): Suggestion(row["code"], int(row["step"])) for row in rows}


def suggested_by(source: Source, name: str) -> Suggestion | None:
    """Return what the event or clock ``name`` suggests, None when it suggests nothing."""
    return suggestions().get((source, name))
