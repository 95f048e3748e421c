"""Skrivskyddat läge: one switch for the whole installation.

The open row of ``Outage`` is what is so; Valkey carries it to every process, and a beat copies it there again
(``keep_mode``). When the database itself refuses to write, no row can be made: then Valkey knows first, and the row is
written, and closed, by the first beat that can write.
"""

import json
import logging
import time
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.core.cache import cache
from django.db import DatabaseError, transaction

from .models import Cause, Outage

logger = logging.getLogger(__name__)

KEY = "downtime.read-only"
ASKED_EVERY = 1.0  # seconds that a process goes on with what it knows
# read-only transaction (a standby, or a switch in the database); disk full
REFUSES = frozenset({"25006", "53100"})
WHY_AUTOMATIC = "Databasen tar inte emot ändringar"


@dataclass(frozen=True)
class Mode:
    """Nothing is written since ``since`` (aware). ``automatic``: the database itself refused, and nobody decided."""

    since: datetime
    why: str
    automatic: bool = False


class _Known:
    """What this process knows, and when it last asked."""

    mode: Mode | None = None
    asked: float = float("-inf")


def current() -> Mode | None:
    """Return the mode, or None in ordinary work. Costs one question to Valkey a second, and no statement.

    Without Valkey the process goes on with what it knew.
    """
    now = time.perf_counter()
    if now - _Known.asked >= ASKED_EVERY:
        _Known.asked = now
        try:
            _Known.mode = _from_text(cache.get(KEY))
        except Exception:  # whatever the client raises when nobody answers
            logger.warning("the read-only switch could not be read; going on as before")
    return _Known.mode


def turn_on(*, at: datetime, why: str, cause: str = Cause.DECIDED) -> Mode:
    """Stop all writing from ``at``. Again while it is on: the first start stands."""
    with transaction.atomic():
        row = Outage.objects.filter(ended_at__isnull=True).first()
        row = row or Outage.objects.create(cause=cause, why=why, started_at=at)
    mode = Mode(row.started_at, row.why)
    _spread(mode)
    return mode


def turn_off(*, at: datetime) -> bool:
    """Let writing go on; return whether it was stopped. An automatic stop without a row gets its row here."""
    known = current()
    with transaction.atomic():
        open_rows = Outage.objects.filter(ended_at__isnull=True)
        if known is not None and known.automatic and not open_rows.exists():
            _note(known, at)
            ended = 1
        else:
            ended = open_rows.update(ended_at=at)
    _spread(None)
    return bool(ended)


def note_refused_write(error: BaseException, *, at: datetime) -> bool:
    """Turn the mode on by itself if ``error`` says that the database takes no writes; tell whether it did."""
    if not refuses_writes(error):
        return False
    if current() is None:
        logger.error("the database refuses to write: read-only mode from now")
        _spread(Mode(at, WHY_AUTOMATIC, automatic=True))
    return True


def refuses_writes(error: BaseException) -> bool:
    """Tell whether the database reads but does not write; a database that is away is another matter."""
    return isinstance(error, DatabaseError) and getattr(error.__cause__, "pgcode", None) in REFUSES


def keep_mode(*, at: datetime) -> None:
    """Copy the switch to Valkey; end an automatic stop as soon as the database writes again."""
    _Known.asked = float("-inf")
    known = current()
    row = Outage.objects.filter(ended_at__isnull=True).first()
    if row is not None:
        _spread(Mode(row.started_at, row.why))
        return
    if known is not None and known.automatic:
        try:
            with transaction.atomic():
                _note(known, at)
        except DatabaseError:
            return
    if known is not None:
        _spread(None)


def forget() -> None:
    """Let this process ask anew at its next request."""
    _Known.mode, _Known.asked = None, float("-inf")


def _note(mode: Mode, at: datetime) -> None:
    Outage.objects.create(cause=Cause.AUTOMATIC, why=mode.why, started_at=mode.since, ended_at=at)


def _spread(mode: Mode | None) -> None:
    _Known.mode, _Known.asked = mode, time.perf_counter()
    try:
        if mode is None:
            cache.delete(KEY)
        else:
            cache.set(KEY, json.dumps(asdict(mode), default=str), timeout=None)
    except Exception:  # as above; the beat tries again
        logger.warning("the read-only switch could not be spread; the next beat does it")


def _from_text(text: Any) -> Mode | None:
    if not text:
        return None
    found = json.loads(text)
    return Mode(datetime.fromisoformat(found["since"]), found["why"], bool(found["automatic"]))
