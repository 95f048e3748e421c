"""Maskning, handbook deviations §6.6: the characters of a range are overwritten, so that no original is left."""

from __future__ import annotations

from typing import Final

MASK: Final = "█"


def masked(text: str, start: int, end: int) -> str:
    """Return ``text`` with the places ``start`` (from 0) to ``end`` (exclusive) overwritten; line ends stay."""
    hidden = "".join("\n" if sign == "\n" else MASK for sign in text[start:end])
    return text[:start] + hidden + text[end:]
