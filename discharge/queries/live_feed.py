"""Direktuppdatering: what the change feed says after a position, and which units may know it now.

The right is asked in the same statement as the change: a unit that has left the case, or lost it, is not among those
who are told. Ids and versions only; whoever is told reads the case through the ordinary door.
"""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from .known_to import LEFT


@dataclass(frozen=True, slots=True)
class LiveChange:
    """``version``: the number of the event within its case. ``units``: those that are party and may see it."""

    position: int
    case_id: UUID
    version: int
    units: frozenset[UUID]


FEED = """
SELECT change.position, change.case_id, event.seq,
       coalesce(array_agg(party.unit_id) FILTER (WHERE party.unit_id IS NOT NULL), '{}')
FROM (SELECT position, case_id, event_id FROM events_change WHERE position > %s ORDER BY position LIMIT %s) change
JOIN events_event event ON event.id = change.event_id
LEFT JOIN discharge_blockedevent blocked ON blocked.event_id = event.id
LEFT JOIN discharge_caseunit party
  ON party.case_id = change.case_id
  AND (blocked.event_id IS NULL OR party.unit_id = blocked.unit_id)
  AND party.lost_access_at IS NULL AND party.state <> ALL(%s)
GROUP BY change.position, change.case_id, event.seq
ORDER BY change.position
"""


def live_changes(after: int, limit: int) -> list[LiveChange]:
    """Return at most ``limit`` changes after position ``after``, oldest first, in one statement."""
    with connection.cursor() as cursor:
        cursor.execute(FEED, [after, limit, list(LEFT)])
        rows = cursor.fetchall()
    return [LiveChange(position, case_id, seq, frozenset(units)) for position, case_id, seq, units in rows]


def newest_of_each(changes: list[LiveChange]) -> list[LiveChange]:
    """Return the newest change of each case, still in order: one act often records several events."""
    newest = {change.case_id: change for change in changes}
    return sorted(newest.values(), key=lambda change: change.position)
