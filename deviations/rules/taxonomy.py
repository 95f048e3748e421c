"""Avvikelsekategorier (T1): K01 to K17 and K99 with sub-categories, read from a file; codes never change meaning."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Final

VERSION: Final = "T1"
COLUMNS: Final = ("code", "text", "retired_on")
_FILE: Final = Path(__file__).with_name("taxonomy_t1.csv")
_CODE: Final = re.compile(r"K\d\d(?:\.[1-9])?", re.ASCII)
OTHER: Final = ".9"


@dataclass(frozen=True, slots=True)
class Code:
    """One row. ``retired_on``: the first day when it cannot be chosen any more; it stays readable."""

    code: str
    text: str
    retired_on: date | None = None

    @property
    def category(self) -> str:
        return self.code.partition(".")[0]

    @property
    def is_category(self) -> bool:
        return "." not in self.code

    @property
    def asks_for_words(self) -> bool:
        """*Annat* says nothing by itself."""
        return self.code.endswith(OTHER)

    def is_offered(self, day: date) -> bool:
        return self.retired_on is None or day < self.retired_on


class FaultyTaxonomy(ValueError):
    """The file is refused whole; ``faults`` tells everything that is wrong, as ``rad 4, kolumn code: …``."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = faults
        super().__init__("\n".join(faults))


def read_taxonomy(text: str) -> dict[str, Code]:
    """Return ``{code: row}`` of a ``;``-separated file, categories before their sub-codes. Raises FaultyTaxonomy."""
    rows = list(csv.reader(StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    if not rows or tuple(rows[0]) != COLUMNS:
        raise FaultyTaxonomy([f"rad 1: väntat {';'.join(COLUMNS)}"])
    numbered = [(number, row) for number, row in enumerate(rows[1:], start=2) if row]
    found: dict[str, Code] = {}
    faults: list[str] = []
    for number, row in numbered:
        wrong = list(_faults_of(row, found))
        faults += [f"rad {number}, {one}" for one in wrong]
        if not wrong:
            found[row[0]] = Code(row[0], row[1], date.fromisoformat(row[2]) if row[2] else None)
    faults += [f"kategori {code}: {code}{OTHER} saknas" for code in _without_other(found)]
    if faults or not found:
        raise FaultyTaxonomy(faults or ["rad 2: minst en kategori väntad"])
    return found


def _faults_of(row: list[str], found: Mapping[str, Code]) -> Iterator[str]:
    if len(row) != len(COLUMNS):
        yield f"hela raden: väntat {len(COLUMNS)} kolumner"
        return
    code, text, retired = row
    if not _CODE.fullmatch(code):
        yield f"kolumn code: {code!r}, väntat till exempel K01 eller K01.2"
    elif code in found:
        yield f"kolumn code: {code} finns redan"
    elif "." in code and code.partition(".")[0] not in found:
        yield f"kolumn code: kategorin till {code} saknas före den"
    if not text.strip():
        yield "kolumn text: tom"
    try:
        date.fromisoformat(retired or "2000-01-01")
    except ValueError:
        yield f"kolumn retired_on: {retired!r}, väntat ett datum eller inget"


def _without_other(found: Mapping[str, Code]) -> list[str]:
    return [code for code, row in found.items() if row.is_category and code + OTHER not in found]


@cache
def taxonomy() -> dict[str, Code]:
    """Return the version in use."""
    return read_taxonomy(_FILE.read_text(encoding="utf-8"))


def code_words(code: str) -> str:
    """Return ``K02 Beräknat utskrivningsdatum: ändrat utan besked``; retired codes too, an unknown one as it is."""
    row = taxonomy().get(code)
    if row is None:
        return code
    category = taxonomy()[row.category]
    if row.is_category:
        return f"{row.code} {row.text}"
    # "ADL-bedömning" and "SIP" keep their capitals.
    text = row.text if row.text[1:2].isupper() else row.text[:1].lower() + row.text[1:]
    return f"{category.code} {category.text}: {text}"
