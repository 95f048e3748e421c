"""What plans have owed once costs nobody anything: Min tur and the sweep read the same rows of a long history."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lus.deadlines.models import Obligation
from lus.deadlines.sweep import sweep_due
from sip.actions.send_sip_summons import send_sip_summons
from tests.bench.test_board_grows import rows_touched
from tests.factories import NOW, signed_in

from .outside import Outside

pytestmark = [pytest.mark.django_db, pytest.mark.at(NOW)]
FEW, MANY = 800, 4_000
GROWTH = 1.25
# Met or cancelled a year ago, by this unit and others.
COPY = """
INSERT INTO deadlines_obligation ({columns})
SELECT {values} FROM deadlines_obligation one, generate_series(1, %s) number
WHERE one.code = 'answer_sip_summons' AND one.key NOT LIKE 'old%%'
"""
CHANGED = {
    "id": "gen_random_uuid()",
    "unit_id": "CASE WHEN number % 20 < 2 THEN one.unit_id ELSE gen_random_uuid() END",
    "key": "'old ' || gen_random_uuid()",
    "starts_at": "one.starts_at - number * interval '1 hour'",
    "due_at": "one.due_at - interval '1 year'",
    "met_at": "CASE WHEN number % 2 = 0 THEN one.starts_at - interval '1 year' END",
    "cancelled_at": "CASE WHEN number % 2 = 1 THEN one.starts_at - interval '1 year' END",
}


def long_ago(rows: int) -> None:
    columns = [str(field.column) for field in Obligation._meta.local_fields]
    values = ", ".join(CHANGED.get(name, f"one.{name}").replace("%", "%%") for name in columns)
    with connection.cursor() as cursor:
        cursor.execute(COPY.format(columns=", ".join(columns), values=values), [rows])
        cursor.execute("ANALYZE")


def test_a_long_history_of_plans_touches_the_same_rows_in_as_many_statements(home: Outside) -> None:
    home.begins()
    home.does(home.nurse, send_sip_summons, meeting_at=home.at + timedelta(days=9), place="Hemma")
    client, measured = signed_in(home.social), []
    client.get("/")
    for rows in (FEW, MANY):
        long_ago(rows)
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/").status_code == 200
            assert sweep_due(at=home.at) == 0
        asked = [query["sql"] for query in captured if query["sql"].startswith(("SELECT", "WITH"))]
        measured.append((len(asked), sum(map(rows_touched, asked))))
    (few_asked, few_rows), (many_asked, many_rows) = measured
    assert few_asked == many_asked
    assert many_rows <= GROWTH * few_rows, measured
