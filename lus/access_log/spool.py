"""Läslogg vid sidan om: access rows in a file while the database takes none. No row there, no answer.

One JSON line for each row: ``{"row": {...}, "mark": hex}``. A mark is an HMAC of the mark before it and the row, so a
line that is changed, taken out or moved breaks the chain at that place. The file holds ids, never names or numbers.
"""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import IO, Any, NamedTuple

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from lus.refusals import Refused

NAME = "access.spool"
FIRST = "0" * 64
TAIL = 1 << 20  # far longer than the longest line: two hundred patients are 8 kB
# Set for a request in read-only mode, see lus/web/read_only.py.
in_use: ContextVar[bool] = ContextVar("spool_in_use", default=False)

Row = dict[str, Any]


class NoReadingWithoutLog(Refused):
    """The file cannot be written: no patient is shown (PDL 4 kap. 3 §)."""

    status, code, title = 503, "spool-unavailable", "LUS visar inga patienter just nu"

    def __init__(self) -> None:
        super().__init__(
            "Läsloggen går inte att skriva. Utan logg visas ingen patient.",
            "Använd er utskrivna driftstoppslista. Ring er drift.",
        )


class BrokenChain(Exception):
    """Line ``number`` (from 1) does not follow from the one before it."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(f"line {number} does not follow from the one before it")


class Line(NamedTuple):
    """One row of the spool with its mark."""

    row: Row
    mark: str


def spool_file() -> Path:
    """Return the file of this server."""
    return Path(settings.SPOOL_FOLDER) / NAME


def append(row: Row) -> None:
    """Add ``row`` and have it on the disk before returning. Raises NoReadingWithoutLog."""
    try:
        with _locked(spool_file()) as file:
            mark = mark_of(_last_mark(file), row)
            file.write(json.dumps({"row": row, "mark": mark}).encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
    except (OSError, ValueError, KeyError) as error:
        raise NoReadingWithoutLog from error


def lines_of(file: Path) -> Iterator[Line]:
    """Yield the lines in order. Raises BrokenChain at the first that does not follow."""
    before = FIRST
    with file.open("rb") as source:
        for number, text in enumerate(source, start=1):
            try:
                found = json.loads(text)
                line = Line(found["row"], found["mark"])
            except (ValueError, KeyError, TypeError) as error:
                raise BrokenChain(number) from error
            if not constant_time_compare(mark_of(before, line.row), line.mark):
                raise BrokenChain(number)
            before = line.mark
            yield line


def mark_of(before: str, row: Row) -> str:
    """Return the mark of ``row`` after the line marked ``before``."""
    text = before + json.dumps(row, sort_keys=True)
    return salted_hmac("lus.access_log.spool", text, algorithm="sha256").hexdigest()


@contextmanager
def _locked(path: Path) -> Iterator[IO[bytes]]:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "r+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield file


def _last_mark(file: IO[bytes]) -> str:
    """Return the mark of the last line, after cutting off one that a lost machine left half written."""
    size = file.seek(0, os.SEEK_END)
    start = max(0, size - TAIL)
    file.seek(start)
    tail = file.read()
    whole = tail[: tail.rfind(b"\n") + 1]
    if len(whole) < len(tail):
        file.truncate(start + len(whole))
    file.seek(0, os.SEEK_END)
    if not whole:
        if start:
            raise ValueError("no end of line in the tail")
        return FIRST
    return str(json.loads(whole.splitlines()[-1])["mark"])
