"""Many rows at once: PostgreSQL's COPY instead of one INSERT each."""

import csv
import json
from collections.abc import Iterable
from datetime import date, datetime
from io import StringIO
from typing import Any

from django.db import connection, models

NULL = r"\N"


class Copies:
    """Rows collected by table and copied in the order of the tables' first rows."""

    def __init__(self) -> None:
        self._tables: dict[type[models.Model], list[dict[str, Any]]] = {}

    def add(self, model: type[models.Model], row: dict[str, Any]) -> None:
        self._tables.setdefault(model, []).append(row)

    def write(self) -> None:
        """Copy everything into the database; all rows of a table have the columns of its first one."""
        for model, rows in self._tables.items():
            _copy(model._meta.db_table, list(rows[0]), (row.values() for row in rows))
        self._tables.clear()


def _copy(table: str, columns: list[str], rows: Iterable[Iterable[Any]]) -> None:
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([_plain(value) for value in row] for row in rows)
    text.seek(0)
    names = ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor:
        cursor.copy_expert(f"COPY {table} ({names}) FROM STDIN WITH (FORMAT csv, NULL '{NULL}')", text)


def _plain(value: Any) -> Any:
    if value is None:
        return NULL
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return value


def can_leave_out_triggers() -> bool:
    """Tell whether this database user may do without triggers: a superuser, as in the demo's own server."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        found = cursor.fetchone()
    return bool(found and found[0])
