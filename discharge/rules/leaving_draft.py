"""Utskrivningen medan den viks ihop: what is known of the leaving while the case's events are being folded."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from .facts_of_leaving import NOTHING_LEFT, FollowUpCall, Given, HandoverPart, Leaving, Summary


class LeavingDraft:
    """Plain dicts, frozen once. ``known``: the fields of ``Leaving`` that are single values."""

    def __init__(self) -> None:
        self.known: dict[str, Any] = {}
        self.parts: dict[str, dict[str, Any]] = {}
        self.receipts: dict[str, datetime] = {}
        self.call: dict[str, Any] = {}
        self.summaries: list[Summary] = []
        self.given: list[Given] = []

    def part(self, key: str) -> dict[str, Any]:
        """Return what is known of the part, to be changed in place."""
        return self.parts.setdefault(key, {})

    def finished(self) -> Leaving:
        """Freeze."""
        if not (self.parts or self.known or self.call or self.summaries or self.given):
            return NOTHING_LEFT
        return Leaving(
            parts=tuple(HandoverPart(key, **known) for key, known in self.parts.items()),
            receipts=tuple(self.receipts.items()),
            summaries=tuple(self.summaries),
            given=tuple(self.given),
            call=FollowUpCall(**self.call) if self.call else None,
            **self.known,
        )
