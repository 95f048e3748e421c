"""Leave indexes out while very many rows are loaded, and make them again afterwards: much quicker."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from django.db import connection

# Keys that other tables point at must stay; PostgreSQL would drop the pointing with them.
FIND = """
    SELECT found.indexrelid::regclass::text, found.indrelid::regclass::text,
           made.conname, pg_get_constraintdef(made.oid), pg_get_indexdef(found.indexrelid)
    FROM pg_index found
    LEFT JOIN pg_constraint made ON made.conindid = found.indexrelid AND made.contype IN ('p', 'u', 'x')
    WHERE found.indrelid = ANY(%s::regclass[])
      AND NOT EXISTS (SELECT FROM pg_constraint WHERE contype = 'f' AND conindid = found.indexrelid)
"""


@contextmanager
def without_indexes(tables: Sequence[str], progress: Callable[[str], None]) -> Iterator[None]:
    """Drop the tables' indexes, but for keys that are pointed at, and make them again when the block is left.

    Must run inside a transaction: if anything goes wrong, everything is as before.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL maintenance_work_mem = '1GB'")
        cursor.execute(FIND, [list(tables)])
        found = cursor.fetchall()
        for index, table, constraint, _, _ in found:
            cursor.execute(
                f'ALTER TABLE {table} DROP CONSTRAINT "{constraint}"' if constraint else f"DROP INDEX {index}"
            )
    yield
    with connection.cursor() as cursor:
        for index, table, constraint, definition, statement in found:
            progress(f"index {index}")
            cursor.execute(
                f'ALTER TABLE {table} ADD CONSTRAINT "{constraint}" {definition}' if constraint else statement
            )
