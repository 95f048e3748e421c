"""Small numbers in the half-year report: the same cells are hidden in every form, and none can be worked out."""

import csv
import json
from datetime import date
from io import BytesIO, StringIO
from random import Random
from typing import Any

import pytest
from openpyxl import load_workbook

from deviations.half_year_bodies import HalfYearReportBody, shown_body
from deviations.queries.half_year_reports import ListedReport, ShownReport
from deviations.rules.choices import CARE_FORMS, CONSEQUENCES, DIRECTIONS, STEPS
from deviations.rules.half_year.content import half_year_content
from deviations.rules.half_year.reported import Fault, Offered
from deviations.rules.half_year.tables import cell_words, tables_of
from deviations.rules.taxonomy import taxonomy
from deviations.views.half_year_files import half_year_csv, half_year_xlsx
from deviations.views.half_year_words import report_words
from lus.figures.determined import determined
from lus.figures.table import TOTAL, Cell, Table

from .material import CUT_OFF, HALF, material, met, reported

CODES = [code for code, row in taxonomy().items() if not row.is_category]
# Columns that hold counts of deviations or offers, by sheet.
COUNTS = {
    "directions": (0,),
    "months": (0,),
    "categories": (0, 2),
    "steps": range(7),
    "times": range(5),
    "shares": (0, 1),
    "consequences": (0,),
    "care_forms": (0,),
    "offers": range(4),
}


def drawn(seed: int) -> dict[str, Any]:
    rng = Random(seed)
    few = list(DIRECTIONS)[: rng.randint(1, 6)]
    rows = [
        reported(
            event_date=date(2026, rng.randint(1, 6), rng.randint(1, 28)),
            direction=rng.choice(few),
            step=rng.choice(list(STEPS)),
            code_reported=rng.choice(CODES),
            code_analysed=rng.choice(["", "", "", rng.choice(CODES)]),
            consequence=rng.choice(list(CONSEQUENCES)),
            care_form=rng.choice(list(CARE_FORMS)),
            misaddressed=rng.random() < 0.1,
            acknowledged=met(after=rng.choice([1, 2, 5, None])),
            answered=met(after=rng.choice([10, 40, None]), limit=rng.choice([30, None])),
            closed_at=rng.choice([None, CUT_OFF]),
        )
        for _ in range(rng.choice([0, 3, 12, 40, 90]))
    ]
    offers = [
        Offered(f"AD{number:02d}", "Sent", 20, rng.randint(0, 10), rng.randint(0, 10))
        for number in range(1, 5)
    ]
    return half_year_content(material(rows, offers=offers, faults=[Fault("=1+1", "@HSF", CUT_OFF.date())]))


def as_frozen(content: dict[str, Any]) -> ShownReport:
    stored = json.loads(json.dumps(content))
    return ShownReport(ListedReport(HALF, "frozen", CUT_OFF, "Analytiker, Länet"), stored, may_freeze=False)


@pytest.mark.parametrize("seed", range(12))
def test_every_form_shows_the_same_cells(seed: int) -> None:
    shown = as_frozen(drawn(seed))
    cells = [
        (table.title, label, column, cell_words(value))
        for table in tables_of(shown.content)
        if table.key != "faults"
        for label, values in table.rows
        for column, value in zip(table.columns, values, strict=True)
    ]
    assert in_csv(shown)[: len(cells)] == cells
    # A workbook holds the number 10, shown as 10,0.
    assert in_workbook(shown) == [(*where, words.removesuffix(",0")) for *where, words in cells]
    assert on_page(shown) == cells
    body = HalfYearReportBody(shown_body(shown)).data
    assert [
        (sheet["title"], row["label"], column, cell_words(value))
        for sheet in body["sheets"]
        for row in sheet["rows"]
        for column, value in zip(sheet["columns"], row["values"], strict=True)
    ] == cells


def in_csv(shown: ShownReport) -> list[tuple[str, ...]]:
    text = half_year_csv(shown).decode("utf-8-sig")
    return [tuple(row) for row in csv.reader(StringIO(text), delimiter=";")][1:]


def in_workbook(shown: ShownReport) -> list[tuple[str, ...]]:
    book = load_workbook(BytesIO(half_year_xlsx(shown)))
    found: list[tuple[str, ...]] = []
    for title in book.sheetnames[1:]:
        if title == "Systemfel att laga":
            continue
        head, *rows = book[title].iter_rows(values_only=True)
        for row in rows[:-2]:
            found += [
                (title, str(row[0]), str(column), _words(value))
                for column, value in zip(head[1:], row[1:], strict=True)
            ]
    return found


def _words(value: Any) -> str:
    return cell_words("" if value is None else value).removesuffix(",0")


def on_page(shown: ShownReport) -> list[tuple[str, ...]]:
    return [
        (section["title"], row["label"], cell["label"], cell["words"])
        for section in report_words(shown)["sections"]
        for row in section["rows"]
        for cell in row["cells"]
    ]


@pytest.mark.parametrize("seed", range(12))
def test_no_small_number_is_shown(seed: int) -> None:
    for sheet in drawn(seed)["sheets"]:
        for row in sheet["rows"]:
            shown = [row["values"][column] for column in COUNTS.get(sheet["key"], ())]
            assert [one for one in shown if one is not None and 0 < one < 5] == [], (sheet["key"], row)


@pytest.mark.parametrize("seed", range(12))
def test_the_shown_cells_of_the_grid_give_no_hidden_one_away(seed: int) -> None:
    sheet = next(one for one in drawn(seed)["sheets"] if one["key"] == "steps")
    columns = [*DIRECTIONS, TOTAL]
    cells, hidden = {}, set()
    for row in sheet["rows"]:
        for column, value in zip(columns, row["values"], strict=True):
            cells[row["key"], column] = value
            if value is None:
                hidden.add((row["key"], column))
    assert cells_determined(cells, hidden) == []


def cells_determined(cells: dict[tuple[str, str], int | None], hidden: set[tuple[str, str]]) -> list[Any]:
    """``determined`` asks which cells are hidden and how lines add up, never what they hold: noughts will do."""
    return determined(Table({key: Cell(0, 0) for key in cells}), hidden)


def test_what_is_hidden_is_nowhere_in_the_content() -> None:
    """Three deviations about one code: nothing in the report differs from a report about three of another."""
    first = half_year_content(material([reported(code_reported="K10.1") for _ in range(3)]))
    other = half_year_content(material([reported(code_reported="K16.2") for _ in range(4)]))
    for content in (first, other):
        content["sheets"] = [one for one in content["sheets"] if one["key"] in ("categories", "steps")]
    hidden = [value for sheet in first["sheets"] for row in sheet["rows"] for value in row["values"]]
    assert None in hidden
    assert first["measures"] == other["measures"]
    assert first["lines"] == other["lines"]


def test_words_of_the_analyst_are_never_formulas() -> None:
    shown = as_frozen(drawn(3))
    assert ("Systemfel att laga", "'=1+1", "Ansvarig", "'@HSF") in in_csv(shown)
    cell = load_workbook(BytesIO(half_year_xlsx(shown)))["Systemfel att laga"]["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")
