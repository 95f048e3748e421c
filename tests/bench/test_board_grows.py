"""Ten thousand closed cases of the same ward cost its board nothing: the database touches the same rows as before."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from discharge.actions.close_case import close_case
from discharge.actions.discharge_patient import discharge_patient
from lus.simulation.multiply import multiply
from tests.factories import Place, a_case, a_place, mark_ready, signed_in

pytestmark = pytest.mark.django_db(transaction=True)
FEW, MANY = 1_000, 10_000
GROWTH = 1.25


@pytest.fixture
def place() -> Place:
    place, now = a_place(), timezone.now()
    for number in range(30):
        case = a_case(place, at=now - timedelta(hours=3))
        if number % 3 == 0:
            mark_ready(place, case, at=now - timedelta(hours=2))
    for _ in range(5):
        left = now - timedelta(days=10)
        case = a_case(place, at=left - timedelta(days=5))
        discharge_patient(case_id=case.pk, actor=place.ward, at=left, left_at=left, destination="home")
        close_case(case_id=case.pk, actor=place.ward, at=left)
    return place


@pytest.mark.parametrize("address", ["/discharge/board/", "/"], ids=["board", "my turn"])
def test_ten_times_the_history_touches_the_same_rows_in_as_many_statements(
    place: Place, address: str
) -> None:
    client = signed_in(place.municipality)
    client.get(address)
    measured = []
    for cases in (FEW, MANY):
        multiply(wanted=cases, weeks_apart=2, progress=lambda _: None)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        asked = _asked(client, address)
        measured.append((len(asked), sum(rows_touched(statement) for statement in asked)))
    (few_asked, few_rows), (many_asked, many_rows) = measured
    assert few_asked == many_asked
    assert many_rows <= GROWTH * few_rows, measured


def _asked(client: Client, address: str) -> list[str]:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return [query["sql"] for query in captured if query["sql"].startswith(("SELECT", "WITH"))]


def rows_touched(statement: str) -> float:
    """Return how many rows the database read for the statement, also those that it threw away."""
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {statement}")
        plan = cursor.fetchone()[0][0]["Plan"]
    return sum(_read(node) for node in _nodes(plan))


def _read(node: dict[str, Any]) -> float:
    thrown = sum(value for key, value in node.items() if key.startswith("Rows Removed by"))
    return float(node["Actual Loops"] * (node["Actual Rows"] + thrown))


def _nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for child in plan.get("Plans", ()):
        yield from _nodes(child)
