"""Halvårsrapporten som fil: CSV, workbook and PDF of the same tables, cell for cell."""

import csv
from io import BytesIO, StringIO
from typing import Any

from django.template.loader import render_to_string
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font

from deviations.queries.half_year_reports import ShownReport
from deviations.rules.half_year.tables import cell_words, tables_of
from lus.web.set_pdf import set_pdf

from .half_year_words import about, report_words

CSV_HEAD = ("Tabell", "Rad", "Kolumn", "Värde")
BOM = "\ufeff"
# What a spreadsheet would reckon with when it stands first in a text.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
WIDEST, NARROW = 60, 14


def half_year_csv(shown: ShownReport) -> bytes:
    """Return one row for each cell, semicolons between, decimal commas; – is hidden."""
    text = StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(CSV_HEAD)
    for table in tables_of(shown.content):
        for label, values in table.rows:
            for column, value in zip(table.columns, values, strict=True):
                writer.writerow([table.title, _plain(label), column, _plain(cell_words(value))])
    return (BOM + text.getvalue()).encode()


def half_year_xlsx(shown: ShownReport) -> bytes:
    """Return a workbook: the first page, then a sheet for each table. Numbers are numbers, texts never formulas."""
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "Sammanfattning"
    for line in (shown.content["title"], about(shown), *shown.content["lines"], shown.content["hidden_note"]):
        first.append([line])
    first["A1"].font = Font(bold=True, size=14)
    first.column_dimensions["A"].width = 110
    for table in tables_of(shown.content):
        sheet = book.create_sheet(table.title[:31].replace("/", " "))
        sheet.append([table.head, *table.columns])
        for label, values in table.rows:
            sheet.append([label, *(cell_words(value) if value is None else value for value in values)])
        sheet.append([])
        sheet.append([table.note])
        for cell in sheet[1]:
            cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions["A"].width = min(WIDEST, max(len(label) for label, _ in table.rows) + 2)
        for column in range(2, len(table.columns) + 2):
            sheet.column_dimensions[sheet.cell(1, column).column_letter].width = NARROW
        sheet.freeze_panes = "B2"
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                _as_typed(cell)
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def half_year_pdf(shown: ShownReport) -> bytes:
    """Return the report as tagged PDF: the ten lines on the first page, then charts and tables."""
    return set_pdf("half_year_report.typ", _set(shown))


def _set(shown: ShownReport) -> dict[str, Any]:
    words = report_words(shown)
    return {
        "title": words["title"],
        "mark": "" if words["state"] == "frozen" else words["state_words"].upper(),
        "about": words["about"],
        "lines": words["lines"],
        "faults": words["faults"],
        "hidden_note": words["hidden_note"],
        "sections": [
            {
                **{name: one[name] for name in ("title", "note", "head", "columns", "verdict")},
                "svg": _svg(one["chart"]),
                "alt": f"{one['chart']['title']}. {one['chart']['desc']}" if one["chart"] else "",
                "key_words": (one["chart"] or {}).get("key_words", ""),
                "rows": [[row["label"], *(cell["words"] for cell in row["cells"])] for row in one["rows"]],
            }
            for one in words["sections"]
        ],
    }


def _svg(chart: dict[str, Any] | None) -> str:
    return render_to_string(f"deviations/charts/{chart['kind']}.svg", {"chart": chart}) if chart else ""


def _plain(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text


def _as_typed(cell: Any) -> None:
    """A text is a text, never a formula; a rate keeps its decimal."""
    if isinstance(cell, Cell) and isinstance(cell.value, str):
        cell.data_type = "s"
    elif isinstance(cell, Cell) and isinstance(cell.value, float):
        cell.number_format = "0.0"
