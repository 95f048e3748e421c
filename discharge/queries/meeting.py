"""Mötesläge: the board's cases one by one, in the order that the board had when the meeting began."""

from datetime import datetime
from uuid import UUID

from lus.access_log.log import log_shown
from lus.organisations.actor import Actor

from .board import BoardRow, ordered, rows_of
from .visible import open_cases

AT_MOST = 200


def meeting_order(viewer: Actor, *, at: datetime, view: str) -> list[UUID]:
    """Return the keys of the viewer's open cases as the board orders them; shows no patient."""
    return list(ordered(viewer, at=at, view=view).values_list("pk", flat=True)[:AT_MOST])


def meeting_case(viewer: Actor, case_id: UUID, *, at: datetime) -> BoardRow | None:
    """Return the case as a row of the board; None when it is closed or no longer the viewer's. Logs the patient."""
    rows = rows_of(open_cases(viewer).filter(pk=case_id), at)
    if not rows:
        return None
    log_shown(viewer, "meeting", [rows[0].person.person_id], at=at, case_id=case_id)
    return rows[0]
