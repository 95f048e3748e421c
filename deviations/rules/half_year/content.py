"""Halvårsrapporten, handbook deviations §9: all that is published, masked before it is written; safe to show anybody.

What is hidden is nowhere in the content. So every form of it (page, PDF, workbook, CSV, API) hides the same cells.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from .change_sheet import change_sheet, measures_of
from .count_sheets import (
    care_form_sheet,
    category_sheet,
    consequence_sheet,
    delay_sheet,
    direction_sheet,
    grid_of,
    step_sheet,
)
from .first_page import first_page
from .month_sheet import month_chart, month_sheet
from .offer_sheet import offer_sheet
from .reported import Material
from .share_sheet import share_sheet
from .sheet import Sheet
from .time_sheet import time_sheet

Content = Mapping[str, Any]
HIDDEN_NOTE: Final = (
    "– betyder färre än 5, eller att talet annars gick att räkna ut. Inga texter ur avvikelserna finns med."
)


def half_year_content(material: Material) -> dict[str, Any]:
    """Return JSON values: ``lines``, ``sheets`` (null is hidden), ``chart``, ``measures``, ``faults``."""
    sheets = _sheets(material)
    chart = month_chart(material)
    measures = measures_of(sheets)
    changes = change_sheet(measures, material.before)
    shown = [sheets[0], month_sheet(chart), *sheets[1:], changes]
    return {
        "half_year": str(material.half_year),
        "title": f"Avvikelser i samverkan, {material.half_year.words}",
        "county": material.county,
        "cut_off": material.cut_off.isoformat(),
        "policy": material.policy,
        "taxonomy": material.taxonomy,
        "hidden_note": HIDDEN_NOTE,
        "lines": first_page(material.half_year, sheets, chart, changes),
        "measures": measures,
        "chart": chart.as_json(),
        "sheets": [sheet.as_json() for sheet in shown],
        "faults": [
            {"text": one.text, "owner": one.owner, "due": one.due.isoformat()} for one in material.faults
        ],
    }


def _sheets(material: Material) -> list[Sheet]:
    grid = grid_of(material)
    consequences = consequence_sheet(material)
    return [
        direction_sheet(material, grid),
        category_sheet(material),
        step_sheet(grid),
        time_sheet(material),
        share_sheet(material),
        consequences,
        delay_sheet(material, consequences),
        care_form_sheet(material),
        offer_sheet(material),
    ]
