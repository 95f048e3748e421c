"""Kvittensens tider: for each recipient of a message, when the levels of its ladder are due, in one statement.

Computed once, when the message is delivered, and written into its event: a unit that changes its hours or its ladder
afterwards moves no limit that is running.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import connection

from discharge.rules.obligations import URGENT_MESSAGES
from discharge.rules.receipt_ladder import CALL, REMIND, STANDARD, Ladder, levels
from lus.known_ids import id_array
from lus.opening_hours import Hours

# The unit's newest ladder, and whether anybody who works there can read (an administrator reads no cases).
LADDERS = """
SELECT u.id, l.normal, l.after_opening, l.urgent, EXISTS (
    SELECT 1 FROM organisations_assignment a JOIN organisations_user w ON w.id = a.user_id AND w.is_active
    WHERE a.role <> 'unit_admin' AND a.valid_from <= %(at)s AND (a.valid_to IS NULL OR a.valid_to > %(at)s)
      AND (a.unit_id = u.id OR (a.include_subunits AND a.unit_id = u.parent_id)))
FROM organisations_unit u LEFT JOIN LATERAL (
    SELECT normal, after_opening, urgent FROM organisations_escalationladder
    WHERE unit_id = u.id ORDER BY set_at DESC LIMIT 1) l ON true
WHERE u.id = ANY(%(units)s::uuid[])
"""


def receipt_limits(
    event: str, unit_ids: Sequence[str], sent_at: datetime, hours: Mapping[str, Hours]
) -> dict[str, Any]:
    """Return ``{unit id: {levels: [ISO times], first}}``. ``first``: 1, or 3 when nobody at the unit can read."""
    with connection.cursor() as cursor:
        cursor.execute(LADDERS, {"units": id_array(unit_ids), "at": sent_at})
        rows = cursor.fetchall()
    found = {}
    for unit_id, normal, after_opening, urgent, is_staffed in rows:
        ladder = Ladder(tuple(normal), after_opening, tuple(urgent)) if normal else STANDARD
        due = levels(ladder, hours.get(str(unit_id), Hours()), sent_at, urgent=event in URGENT_MESSAGES)
        times = [moment.isoformat() for moment in due]
        found[str(unit_id)] = {"levels": times, "first": REMIND if is_staffed else CALL}
    return found
