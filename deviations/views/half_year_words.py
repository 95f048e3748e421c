"""Halvårsrapporten i ord: what page and PDF show, from the content and nothing else."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from deviations.queries.half_year_reports import ListedReport, ShownReport
from deviations.rules.half_year.period import HalfYear
from deviations.rules.half_year.tables import ReportTable, cell_words, tables_of
from lus.swedish_time import local_date
from lus.web.words import MONTHS

from .chart_bars import bar_chart
from .chart_heat import heat_chart
from .chart_months import month_chart_shape

Words = dict[str, Any]
STATES = {"frozen": "Fryst", "draft": "Utkast", "running": "Pågår"}
# Small tables that answer a question at once; the rest is folded.
OPEN = ("times", "shares", "changes")


def report_words(shown: ShownReport) -> Words:
    """Return ``{title, state, about, lines, faults, sections, hidden_note}`` for the page."""
    content = shown.content
    return {
        "half_year": content["half_year"],
        "title": content["title"],
        "state": shown.listed.state,
        "state_words": STATES[shown.listed.state],
        "about": about(shown),
        "lines": content["lines"],
        "faults": [{**one, "due": whole_day(date.fromisoformat(one["due"]))} for one in content["faults"]],
        "sections": [section(table, content) for table in tables_of(content) if table.key != "faults"],
        "hidden_note": content["hidden_note"],
    }


def about(shown: ShownReport) -> str:
    """Return what the figures are of and when: one line."""
    content, listed = shown.content, shown.listed
    cut_off = whole_day(local_date(datetime.fromisoformat(content["cut_off"])))
    versions = f"Kategorier {content['taxonomy']}. Tidsgränser: län {content['policy']}."
    if listed.state == "frozen":
        return f"Fryst av {listed.frozen_by}. Data till och med {cut_off}. {versions}"
    return f"Räknad nu, inte fryst. Data till och med {cut_off}. {versions}"


def section(table: ReportTable, content: Mapping[str, Any]) -> Words:
    """Return a table with its chart, if it has one."""
    charts = {
        "months": lambda: month_chart_shape(table, content["chart"]),
        "categories": lambda: bar_chart(table),
        "steps": lambda: heat_chart(table),
    }
    draw = charts.get(table.key)
    return {
        "key": table.key,
        "title": table.title,
        "note": table.note,
        "head": table.head,
        "columns": table.columns,
        "verdict": content["chart"]["verdict"] if table.key == "months" else "",
        "chart": draw() if draw else None,
        "is_open": table.key in OPEN,
        "rows": [
            {
                "label": label,
                "cells": [
                    {
                        "label": column,
                        "words": cell_words(value),
                        "hidden": value is None,
                        "empty": value == "",
                    }
                    for column, value in zip(table.columns, values, strict=True)
                ],
            }
            for label, values in table.rows
        ],
    }


def listed_words(one: ListedReport) -> Words:
    return {
        "half_year": str(one.half_year),
        "label": half_year_words(one.half_year),
        "state": STATES[one.state],
        "color": "info" if one.state == "frozen" else "neutral",
        "frozen": f"{whole_day(local_date(one.frozen_at))}, {one.frozen_by}" if one.frozen_at else "",
    }


def half_year_words(half_year: HalfYear) -> str:
    words = half_year.words
    return words[0].upper() + words[1:]


def whole_day(value: date) -> str:
    """Return ``3 mars 2026``."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"
