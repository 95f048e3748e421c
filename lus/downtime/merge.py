"""Läsloggen förs samman: what a spool holds goes into the access log, in order and once."""

from datetime import datetime
from pathlib import Path

from django.db import transaction

from lus.access_log.log import entry_of
from lus.access_log.spool import BrokenChain, Line, lines_of
from lus.insert import insert

from .models import MergedSpool

AT_ONCE = 500


def merge_spool(file: Path, *, at: datetime) -> int:
    """Insert the rows that are not in the log yet and return how many. Safe to do again, also on a longer file.

    Raises BrokenChain where a line does not follow; the rows before it are kept, because they are proven.
    """
    lines, broken = _proven(file)
    added = _keep(lines, at) if lines else 0
    if broken is not None:
        raise broken
    return added


def waiting(file: Path) -> int | None:
    """Return how many rows of the file are not in the log yet; None when its chain is broken."""
    lines, broken = _proven(file)
    if broken is not None:
        return None
    merged = MergedSpool.objects.filter(first_mark=lines[0].mark).first() if lines else None
    return len(lines) - (merged.rows if merged else 0)


def _proven(file: Path) -> tuple[list[Line], BrokenChain | None]:
    lines: list[Line] = []
    if not file.exists():
        return lines, None
    try:
        for line in lines_of(file):
            lines.append(line)  # not list(): what came before a break is kept
    except BrokenChain as broken:
        return lines, broken
    return lines, None


@transaction.atomic
def _keep(lines: list[Line], at: datetime) -> int:
    known = {"last_mark": "", "rows": 0, "merged_at": at}
    row, _ = MergedSpool.objects.select_for_update().get_or_create(first_mark=lines[0].mark, defaults=known)
    if row.rows > len(lines) or (row.rows and lines[row.rows - 1].mark != row.last_mark):
        raise BrokenChain(len(lines))  # rows that are in the log are no longer in the file
    fresh = lines[row.rows :]
    for start in range(0, len(fresh), AT_ONCE):
        insert([entry_of(line.row) for line in fresh[start : start + AT_ONCE]])
    row.rows, row.last_mark, row.merged_at = len(lines), lines[-1].mark, at
    row.save(update_fields=["rows", "last_mark", "merged_at"])
    return len(fresh)
