"""Något att se efter i ärendet: noted in the act's own transaction, in one statement; the beat looks within a minute.

The act of care never waits for the rules, and no rule can stop it.
"""

from django.db import connection

from deviations.rules.candidates.detectors import BEGINS, CORRECTIONS
from lus.events.models import Event

RUNS = BEGINS | CORRECTIONS
NOW = """
INSERT INTO deviations_candidatewatch (case_id, due_at) VALUES (%(case)s, %(at)s)
ON CONFLICT (case_id) DO UPDATE SET due_at = LEAST(deviations_candidatewatch.due_at, EXCLUDED.due_at)
"""
# What can only change an open offer is nothing to look at where none is open.
IF_OPEN = """
INSERT INTO deviations_candidatewatch (case_id, due_at)
SELECT %(case)s, %(at)s WHERE EXISTS (
    SELECT 1 FROM deviations_candidate WHERE case_id = %(case)s AND state IN ('offered', 'later'))
ON CONFLICT (case_id) DO UPDATE SET due_at = LEAST(deviations_candidatewatch.due_at, EXCLUDED.due_at)
"""


def candidates_follow_case(event: Event) -> None:
    """Reaction: let the beat look at the case that ``event`` is about."""
    with connection.cursor() as cursor:
        cursor.execute(
            NOW if event.name in RUNS else IF_OPEN, {"case": event.case_id, "at": event.recorded_at}
        )
