"""Innehållets kontrollsumma: what a unit confirms is one exact content, named by its SHA-256 (handbook sip §11)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Final

from .row import Row
from .sections import SECTIONS

# Named in the hash: another way to write the content gives other sums, never the same by chance.
FORMAT: Final = "sip-plan/1"


def section_hashes(rows: Iterable[Row]) -> dict[str, str]:
    """Return the SHA-256 of each section that has content, as hex. Order of saving and empty fields do not count.

    What moves on after the lock (status of a measure, the person's copy) is not content.
    """
    found: dict[str, list[list[object]]] = {}
    for row in sorted(rows, key=lambda row: row.id):
        content = _content(row)
        if content:
            found.setdefault(row.section, []).append([row.id, content])
    return {section: _sum([FORMAT, section, parts]) for section, parts in sorted(found.items())}


def content_hash(rows: Iterable[Row]) -> str:
    """Return the SHA-256 of the whole content, as hex."""
    return hash_of_sections(section_hashes(rows))


def hash_of_sections(sections: Mapping[str, str]) -> str:
    """Return the SHA-256 of the content whose sections have these sums."""
    return _sum([FORMAT, dict(sections)])


def _content(row: Row) -> dict[str, str]:
    names = SECTIONS[row.section].content_names
    return {name: value for name, value in row.values.items() if value and name in names}


def _sum(content: object) -> str:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
