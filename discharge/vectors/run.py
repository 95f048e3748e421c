"""Run a vector file through the rules: read the input columns, ignore expected ones, write all columns."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from discharge.vectors.cells import local_text, optional_instant
from discharge.vectors.kinds import KINDS, VectorKind

# The label of an agreement is for reading too, and may be left out.
_OPTIONAL: Final = frozenset({"agreement"})


class VectorError(Exception):
    """The file or a row cannot be used; the message names file or row id and what is wrong."""


def run_vectors(kind: str, source: Path, target: Path) -> int:
    """Write ``target`` from ``source`` and return the number of rows.

    Nothing is written unless every row could be solved. Raises VectorError.
    """
    if kind not in KINDS:
        raise VectorError(f"unknown kind {kind!r}: choose one of {', '.join(KINDS)}")
    rows = [_solved(KINDS[kind], row) for row in _rows(KINDS[kind], source)]
    try:
        with target.open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, KINDS[kind].columns, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    except OSError as error:
        raise VectorError(f"cannot write {target}: {error.strerror}") from error
    return len(rows)


def _rows(kind: VectorKind, source: Path) -> Iterator[dict[str, str]]:
    try:
        with source.open(encoding="utf-8-sig", newline="") as file:
            yield from _checked(kind, csv.DictReader(file, strict=True), source)
    except OSError as error:
        raise VectorError(f"cannot read {source}: {error.strerror}") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise VectorError(f"{source} is not a UTF-8 CSV file: {error}") from error


def _checked(kind: VectorKind, reader: csv.DictReader[str], source: Path) -> Iterator[dict[str, str]]:
    optional = _OPTIONAL | {column for column, _ in kind.for_reading}
    missing = [name for name in kind.inputs if name not in (reader.fieldnames or ()) and name not in optional]
    if missing:
        raise VectorError(f"{source} lacks the columns {', '.join(missing)}")
    seen: set[str] = set()
    for row in reader:
        name = row["id"] or f"on line {reader.line_num}"
        if None in row or None in row.values():
            raise VectorError(f"row {name}: the number of cells differs from the header")
        if not row["id"] or row["id"] in seen:
            raise VectorError(f"row {name}: the id is missing or used twice")
        seen.add(row["id"])
        yield row


def _solved(kind: VectorKind, row: dict[str, str]) -> dict[str, str]:
    cells = {column: row.get(column, "").strip() for column in kind.inputs}
    try:
        for column, instant_column in kind.for_reading:
            moment = optional_instant(cells, instant_column)
            cells[column] = cells[column] or (local_text(moment) if moment else "")
        return cells | kind.solve(cells)
    except (ValueError, OverflowError) as error:
        raise VectorError(f"row {cells['id']}: {error}") from error
