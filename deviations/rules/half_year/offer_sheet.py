"""Föreslagna avvikelser: what each detector offered, and how often somebody reported it."""

from __future__ import annotations

from typing import Final

from lus.figures.table import TOTAL, Key

from .reported import Material
from .sheet import Row, Sheet, share, shown_grid

COLUMNS: Final = {"accepted": "Rapporterade", "dismissed": "Avvisade", "left": "Obesvarade"}


def offer_sheet(material: Material) -> Sheet:
    """One row for each detector. The share is of those that were answered."""
    counts: dict[Key, int] = {}
    for one in material.offers:
        left = one.offered - one.accepted - one.dismissed
        counts |= {
            (one.detector, "accepted"): one.accepted,
            (one.detector, "dismissed"): one.dismissed,
            (one.detector, "left"): left,
        }
    labels = {one.detector: f"{one.detector} {one.title}" for one in material.offers} | {TOTAL: "Alla"}
    shown = shown_grid(counts, [one.detector for one in material.offers], COLUMNS, material.base)
    return Sheet(
        "offers",
        "Föreslagna avvikelser",
        "Ur händelseloggen. Ett förslag skickas aldrig av sig självt.",
        "Regel",
        (*COLUMNS.values(), "Alla", "Rapporterade av besvarade %"),
        tuple(
            _row(key, label, [shown[key, column] for column in (*COLUMNS, TOTAL)])
            for key, label in labels.items()
        ),
    )


def _row(key: str, label: str, shown: list[int | None]) -> Row:
    accepted, dismissed = shown[0], shown[1]
    answered = None if accepted is None or dismissed is None else accepted + dismissed
    return Row(key, label, (*shown, "" if answered == 0 else share(accepted, answered)))
