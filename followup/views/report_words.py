"""Enkätresultat i ord: a table for each kind of respondents, rows under the report's four headings."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from followup.queries.survey_report import SurveyReport
from followup.rules.figures import Figure
from followup.rules.questionnaire import GOOD_WORDS, HEADINGS, KINDS
from followup.rules.unit_report import KindReport, Responses

from .meeting_words import meeting_words, period_words

Words = dict[str, Any]


def report_words(report: SurveyReport) -> Words:
    """Return ``{year, years, kinds, meetings, all_kinds}`` for ``followup/surveys.html``. A hidden cell is None."""
    return {
        "year": report.year,
        "years": [
            {"label": str(year), "url": f"?year={year}", "current": year == report.year}
            for year in report.years
        ],
        "kinds": [_kind(kind, report.year) for kind in report.unit.kinds],
        "meetings": meeting_words(report.meetings, report.year),
        "all_kinds": _responses(report.unit.all_kinds) if report.unit.all_kinds else None,
    }


def _kind(kind: KindReport, year: int) -> Words:
    periods = [period_words(period, year) for period in kind.periods]
    groups = [
        {
            "heading": HEADINGS[heading],
            "rows": [
                {
                    "id": row.item.id,
                    "text": row.item.text,
                    "cells": _cells(row.by_period, kind, periods),
                }
                for row in rows
            ],
        }
        for heading, rows in groupby(kind.items, key=lambda row: row.item.heading)
    ]
    return {
        "kind": kind.asked.kind,
        "name": KINDS[kind.asked.kind],
        "good": GOOD_WORDS[kind.asked.scale],
        "scale": "1–5" if kind.asked.scale == "agree" else "1–3, Ja är 3",
        "periods": periods,
        "responses": [
            {"label": word, **_responses(kind.responses[period])}
            for period, word in zip(kind.periods, periods, strict=True)
        ],
        "groups": groups,
        "columns": len(periods) + 1,
    }


def _cells(figures: Mapping[str, Figure | None], kind: KindReport, words: list[str]) -> list[Words]:
    return [
        {"label": word, **_figure(figures[period], kind.responses[period].issued)}
        for period, word in zip(kind.periods, words, strict=True)
    ]


def _figure(one: Figure | None, issued: int) -> Words:
    if one is None:
        return {"share": None}
    return {
        "share": f"{one.share} %",
        "mean": f"{one.mean:.1f}".replace(".", ","),
        "n": one.n,
        "issued": issued,
    }


def _responses(one: Responses) -> Words:
    if one.answered is None:
        return {"rate": None, "issued": one.issued}
    return {"rate": f"{one.rate} %", "answered": one.answered, "issued": one.issued}
