"""The report: a table for people, JSON for machines, both under ``build/``."""

import json
import platform
from pathlib import Path

import django
from django.db import connection

from .measure import Result

BUILD = Path(__file__).resolve().parents[2] / "build"


def write(results: list[Result], *, heading: str, name: str = "bench") -> str:
    """Write ``build/{name}.json`` (a list of results) and ``build/{name}.md``; return the table."""
    BUILD.mkdir(exist_ok=True)
    (BUILD / f"{name}.json").write_text(
        json.dumps([result.as_dict() for result in results], ensure_ascii=False, indent=1) + "\n"
    )
    text = _table(results, heading)
    (BUILD / f"{name}.md").write_text(text)
    return text


def _table(results: list[Result], heading: str) -> str:
    head = (
        f"{heading} · {_versions()}\n\n| what | value | goal | SQL | floor | |\n|---|---|---|---|---|---|\n"
    )
    return head + "".join(_row(result) for result in results)


def _row(result: Result) -> str:
    verdict = "ok" if result.ok else "MISSED"
    sql = "" if result.sql is None else result.sql
    value = f"{result.value:.2f} {result.unit}"
    return f"| {result.what} | {value} | ≤ {result.goal} | {sql} | {result.floor} | {verdict} |\n"


def _versions() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        database = f"PostgreSQL {cursor.fetchone()[0]}"
    return (
        f"Python {platform.python_version()}, Django {django.get_version()}, {database}, {platform.machine()}"
    )
