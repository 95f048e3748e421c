"""Mötena i ord: one table, rows under their headings."""

from itertools import groupby
from typing import Any

from followup.rules.meeting_report import FactShares, MeetingReport
from followup.rules.quarter import read_quarter
from followup.rules.unit_report import YEAR

Words = dict[str, Any]


def meeting_words(report: MeetingReport, year: int) -> Words | None:
    """Return ``{periods, counts, groups, columns}`` for `templates/followup/_meetings.html`; None without meetings."""
    if not report.counts:
        return None
    labels = [period_words(period, year) for period in report.periods]
    return {
        "periods": labels,
        "counts": [{"label": label, "n": n} for label, n in zip(labels, report.counts.values(), strict=True)],
        "groups": [
            {"heading": heading, "rows": [_row(fact, labels) for fact in facts]}
            for heading, facts in groupby(report.facts, key=lambda fact: fact.heading)
        ],
        "columns": len(labels) + 1,
    }


def period_words(period: str, year: int) -> str:
    """``Kvartal 1``, ``Hela 2026``."""
    return f"Hela {year}" if period == YEAR else f"Kvartal {read_quarter(period).number}"


def _row(fact: FactShares, labels: list[str]) -> Words:
    cells = [
        {"label": label, "share": f"{one.share} %" if one else None, "n": one.n if one else None}
        for label, one in zip(labels, fact.by_period.values(), strict=True)
    ]
    return {"text": fact.text, "cells": cells}
