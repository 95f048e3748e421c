"""XmR: the handbook's vectors, point by point, and sentences that can be read aloud."""

import csv
from itertools import groupby
from pathlib import Path

import pytest

from lus.figures.xmr import Point, segments
from lus.figures.xmr_flags import Judged, judged
from lus.figures.xmr_verdict import assurance, verdict, verdict_words

ROWS = list(csv.DictReader((Path(__file__).parents[1] / "vectors" / "spc_xmr.csv").open(encoding="utf-8")))
SERIES = {name: list(rows) for name, rows in groupby(ROWS, key=lambda row: row["series"])}


def number(text: str) -> float | None:
    return float(text) if text else None


def close(value: float | None, text: str) -> bool:
    return (value is None) == (text == "") and (value is None or abs(value - float(text)) <= 1e-4)


@pytest.mark.parametrize("name", SERIES)
def test_the_vectors(name: str) -> None:
    rows = SERIES[name]
    points = [Point(row["period"], number(row["value"]), int(row["segment"])) for row in rows]
    first, fixed = rows[0], rows[0]["fixed"]
    found = segments(points, fixed=int(fixed) if fixed else None, screen=first["screen"] == "yes")
    marks = [judged(one, first["direction"]) for one in found]  # type: ignore[arg-type]
    for row, mark in zip(rows, (mark for one in marks for mark in one), strict=True):
        _same(row, mark)
    last = found[-1]
    known = assurance(last.limits, first["direction"], number(first["target"]))  # type: ignore[arg-type]
    assert (known, verdict(last, marks[-1])) == (rows[-1]["assurance"], rows[-1]["verdict"])
    assert verdict_words(rows[-1]["verdict"], last, marks[-1]).endswith((".", ")."))


def _same(row: dict[str, str], mark: Judged) -> None:
    limits = mark.limits
    told = [limits.mean, limits.amr, limits.lower, limits.upper, *limits.near] if limits else [None] * 6
    columns = ("mean", "amr", "lpl", "upl", "near_lo", "near_hi")
    assert all(close(value, row[column]) for value, column in zip(told, columns, strict=True)), (row, mark)
    assert ("|".join(mark.flags), mark.type) == (row["flags"], row["point_type"]), row


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("too_few", "För få mätpunkter för att bedöma förändring (3 av 12)."),
        ("none", "Ingen säker förändring de senaste 12 månaderna."),
        (
            "shift:concern",
            "Nivån har ändrats: minst sju månader i rad på samma sida om medelvärdet, åt fel håll.",
        ),
    ],
)
def test_a_verdict_is_a_sentence(code: str, words: str) -> None:
    (segment,) = segments([Point(str(month), float(month)) for month in range(3)])
    assert verdict_words(code, segment, judged(segment, "up")) == words


def test_quarters_have_words_of_their_own() -> None:
    (segment,) = segments([Point(str(month), float(month)) for month in range(14)])
    marks = judged(segment, "up")
    assert (
        verdict_words("trend:concern", segment, marks, "quarter") == "Värdena har stigit sju kvartal i rad."
    )
    assert (
        verdict_words("none", segment, marks, "quarter") == "Ingen säker förändring de senaste 12 kvartalen."
    )
