"""Vad planen har att tala om: its needs by life area, and in a plan that is in force the measures that are not over."""

from __future__ import annotations

from .choices import LIFE_AREAS, OVER
from .facts import DocumentFacts
from .row import rows_in


def topics(document: DocumentFacts) -> list[str]:
    """Return the open points of the document, each once, in its order."""
    areas = [LIFE_AREAS.get(row.get("area"), "") for row in rows_in(document.rows, "need")]
    measures = rows_in(document.rows, "intervention") if document.in_force else []
    left = [f"Insats: {row.get('what')}" for row in measures if row.get("status") not in OVER]
    return [*dict.fromkeys(filter(None, areas)), *left]
