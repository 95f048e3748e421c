"""Ids to and from the database: a page reads and asks for hundreds, and the driver's own way costs a third of it."""

from collections.abc import Iterable
from functools import lru_cache
from uuid import UUID

from psycopg2.extensions import AsIs, new_type, register_adapter, register_type

UUID_IN_POSTGRESQL = 2950  # the type's number (OID) in pg_type
KEPT = 20_000  # some megabytes


def keep_ids() -> None:
    """Read each id once for the whole process, and write one without a wrapper of its own."""
    made = lru_cache(KEPT)(UUID)
    register_type(new_type((UUID_IN_POSTGRESQL,), "UUID", lambda text, _: made(text) if text else None))
    register_adapter(UUID, lambda one: AsIs(f"'{one}'::uuid"))


def id_array(ids: Iterable[UUID | str]) -> str:
    """Return ids as one value for ``ANY(%s::uuid[])``: the database reads one text, not fifty expressions."""
    return f"{{{','.join(map(str, ids))}}}"
