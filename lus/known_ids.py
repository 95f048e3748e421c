"""Ids read from the database: the same few hundred come back in every statement of a page, so each is made once."""

from functools import lru_cache
from uuid import UUID

from psycopg2.extensions import new_type, register_type

UUID_IN_POSTGRESQL = 2950  # the type's number (OID) in pg_type
KEPT = 20_000  # some megabytes


def keep_ids() -> None:
    """Read each id once for the whole process; the driver would make a new object of it for every row."""
    made = lru_cache(KEPT)(UUID)
    register_type(new_type((UUID_IN_POSTGRESQL,), "UUID", lambda text, _: made(text) if text else None))
