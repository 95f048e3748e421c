"""Write the access row before the answer leaves. Called by the query doors, never by views."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from lus.insert import insert
from lus.logs import NO_REQUEST, request_id
from lus.organisations.actor import Actor

from . import spool
from .models import Entry

IDS = ("user_id", "assignment_id", "unit_id", "principal_id", "case_id")
CHANNELS = {"api": "api", "clock": "job"}


def log_shown(
    viewer: Actor, action: str, person_ids: Iterable[UUID], *, at: datetime, case_id: UUID | None = None
) -> None:
    """Store that ``viewer`` was shown ``person_ids`` by ``action`` (a view's name, e.g. ``board``).

    A failing insert stops the answer: no patient leaves without a trace (PDL 4 kap. 3 §).
    Nothing is stored when no patient is shown. In read-only mode the row goes to the spool, see ``spool.py``.
    """
    shown = sorted(set(person_ids))
    if shown:
        _store(viewer, action, shown, at=at, case_id=case_id)


def log_opened(viewer: Actor, action: str, stream_id: UUID, *, at: datetime) -> None:
    """Store that ``viewer`` opened a text that is about no patient known to the register (a deviation's)."""
    _store(viewer, action, [], at=at, case_id=stream_id)


def _store(viewer: Actor, action: str, shown: list[UUID], *, at: datetime, case_id: UUID | None) -> None:
    entry = Entry(
        at=at,
        user_id=viewer.user_id,
        assignment_id=viewer.assignment_id,
        unit_id=viewer.unit_id,
        principal_id=viewer.principal_id,
        action=action,
        channel=CHANNELS.get(viewer.source, "page"),
        case_id=case_id,
        person_ids=shown,
        request_id="" if request_id.get() == NO_REQUEST else request_id.get(),
    )
    if spool.in_use.get():
        spool.append(as_row(entry))
    else:
        insert([entry])


def as_row(entry: Entry) -> spool.Row:
    """Return ``entry`` as JSON values; ``entry_of`` is the way back."""
    return {
        "at": entry.at.isoformat(),
        **{name: str(value) if (value := getattr(entry, name)) else None for name in IDS},
        **{name: getattr(entry, name) for name in ("action", "channel", "request_id")},
        "person_ids": [str(person_id) for person_id in entry.person_ids],
    }


def entry_of(row: spool.Row) -> Entry:
    """Return the row of a spool as one that can be inserted."""
    ids = {name: UUID(row[name]) if row[name] else None for name in IDS}
    persons = [UUID(person_id) for person_id in row["person_ids"]]
    return Entry(**{**row, **ids, "person_ids": persons, "at": datetime.fromisoformat(row["at"])})
