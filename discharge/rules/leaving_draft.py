"""Utskrivningen medan den viks ihop: what is known of the leaving while the case's events are being folded."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from .facts_of_leaving import NOTHING_LEFT, HandoverPart, Leaving


class LeavingDraft:
    """Plain dicts, frozen once. ``known``: the fields of ``Leaving`` that are single values."""

    def __init__(self) -> None:
        self.known: dict[str, Any] = {}
        self.parts: dict[str, dict[str, Any]] = {}
        self.receipts: dict[str, datetime] = {}

    def part(self, key: str) -> dict[str, Any]:
        """Return what is known of the part, to be changed in place."""
        return self.parts.setdefault(key, {})

    def finished(self) -> Leaving:
        """Freeze."""
        if not (self.parts or self.known):
            return NOTHING_LEFT
        return Leaving(
            parts=tuple(HandoverPart(key, **known) for key, known in self.parts.items()),
            receipts=tuple(self.receipts.items()),
            **self.known,
        )
