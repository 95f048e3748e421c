"""Nytt sedan sist: what others have done in a case since this person last looked at it.

A case that the person has never opened counts as new for a day, so that a first morning is not all dots.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from discharge.rules.facts_of_settlement import REVIEW
from lus.access_log import spool
from lus.known_ids import id_array
from lus.organisations.actor import Actor
from lus.web.models import CaseSeen

from .visible import open_cases
from .ward_only import EVENTS as WARD_ONLY

NEW_FOR = timedelta(days=1)
# First which cases have anything new at all: only their events are read.
UNSEEN = """
WITH fresh AS MATERIALIZED (
    SELECT open.id, seen.seq
    FROM discharge_case open
    LEFT JOIN web_caseseen seen ON seen.user_id = %(user)s AND seen.case_id = open.id
    WHERE open.id = ANY(%(cases)s::uuid[])
      AND CASE WHEN seen.seq IS NULL THEN open.last_event_at > %(young)s ELSE open.version > seen.seq END)
SELECT event.case_id, event.name, event.unit_name
FROM fresh JOIN events_event event ON event.case_id = fresh.id AND event.seq > coalesce(fresh.seq, 0)
WHERE (fresh.seq IS NOT NULL OR event.recorded_at > %(young)s)
  AND NOT EXISTS (SELECT 1 FROM discharge_blockedevent blocked WHERE blocked.event_id = event.id
                  AND (blocked.unit_id IS NULL OR blocked.unit_id <> ALL(%(units)s::uuid[])))
  AND event.user_id IS NOT NULL AND event.user_id <> %(user)s AND event.name <> ALL(%(hidden)s)
ORDER BY event.case_id, event.seq
"""


class Unseen(NamedTuple):
    """One event that the person has not seen."""

    name: str
    unit_name: str


def unseen_in(viewer: Actor, case_ids: Sequence[UUID], *, at: datetime) -> dict[UUID, list[Unseen]]:
    """Return what is new in each of the cases, oldest first, in one statement. The cases are the viewer's own."""
    hidden = sorted(REVIEW if viewer.unit_kind in ("ward", "hospital") else {*REVIEW, *WARD_ONLY})
    values = {
        "cases": id_array(case_ids),
        "user": viewer.user_id,
        "young": at - NEW_FOR,
        "hidden": hidden,
        "units": id_array(viewer.unit_ids),
    }
    found: dict[UUID, list[Unseen]] = {}
    with connection.cursor() as cursor:
        cursor.execute(UNSEEN, values)
        for case_id, name, unit_name in cursor.fetchall():
            found.setdefault(case_id, []).append(Unseen(name, unit_name))
    return found


def seen_until(viewer: Actor, case_id: UUID) -> int | None:
    """Return the number of the newest event that the person had seen; None for a case never opened."""
    seen = CaseSeen.objects.filter(user_id=str(viewer.user_id), case_id=case_id)
    return seen.values_list("seq", flat=True).first()


def mark_seen(viewer: Actor, versions: dict[UUID, int]) -> None:
    """Note that the person has seen each case up to its version. A case that is not the viewer's is left out."""
    own = set(open_cases(viewer).filter(pk__in=list(versions)).values_list("pk", flat=True))
    note_seen(viewer, {case_id: seq for case_id, seq in versions.items() if case_id in own})


def note_seen(viewer: Actor, versions: dict[UUID, int]) -> None:
    """Note it for cases that the viewer has just been shown; never backwards."""
    if viewer.user_id is None or not versions or spool.in_use.get():  # nothing is written in read-only mode
        return
    rows = [(viewer.user_id, case_id, seq) for case_id, seq in versions.items()]
    with connection.cursor() as cursor:
        values = ", ".join(["(%s, %s, %s)"] * len(rows))
        cursor.execute(
            f"INSERT INTO web_caseseen (user_id, case_id, seq) VALUES {values}"
            " ON CONFLICT (user_id, case_id) DO UPDATE SET seq = greatest(web_caseseen.seq, excluded.seq)",
            [value for row in rows for value in row],
        )
