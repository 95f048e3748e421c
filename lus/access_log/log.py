"""Write the access row before the answer leaves. Called by the query doors, never by views."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from lus.insert import insert
from lus.logs import NO_REQUEST, request_id
from lus.organisations.actor import Actor

from .models import Entry


def log_shown(
    viewer: Actor, action: str, person_ids: Iterable[UUID], *, at: datetime, case_id: UUID | None = None
) -> None:
    """Store that ``viewer`` was shown ``person_ids`` by ``action`` (a view's name, e.g. ``board``).

    A failing insert stops the answer: no patient leaves without a trace (PDL 4 kap. 3 §).
    Nothing is stored when no patient is shown.
    """
    shown = sorted(set(person_ids))
    if not shown:
        return
    entry = Entry(
        at=at,
        user_id=viewer.user_id,
        assignment_id=viewer.assignment_id,
        unit_id=viewer.unit_id,
        principal_id=viewer.principal_id,
        action=action,
        channel="api" if viewer.source == "api" else "page",
        case_id=case_id,
        person_ids=shown,
        request_id="" if request_id.get() == NO_REQUEST else request_id.get(),
    )
    insert([entry])
