"""Registernummer: the next one of the year, without gaps or doubles whoever reports at the same time."""

from datetime import datetime

from django.db import connection

from lus.swedish_time import local_date

# The row of the year is locked until commit: who comes second waits, and a refused report takes no number.
NEXT = """
INSERT INTO deviations_numberseries (year, last) VALUES (%s, 1)
ON CONFLICT (year) DO UPDATE SET last = deviations_numberseries.last + 1
RETURNING last
"""


def take_number(at: datetime) -> str:
    """Return ``AV-2026-000123``. Must run inside the act's transaction, after the case's lock."""
    year = local_date(at).year
    with connection.cursor() as cursor:
        cursor.execute(NEXT, [year])
        return f"AV-{year}-{cursor.fetchone()[0]:06d}"
