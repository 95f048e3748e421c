"""verify_cases: silent when tables and events agree, loud when anything was changed behind the events' back."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection

from discharge.models import SettledMonth
from discharge.verify import Difference, differences
from tests.factories import NOW, a_case, a_place, mark_ready

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    place = a_place()
    return mark_ready(place, a_case(place), at=NOW + timedelta(hours=1))


def found() -> list[str]:
    return [item.what for item in differences() if isinstance(item, Difference)]


def test_what_the_acts_have_written_verifies(case, capsys):
    assert found() == []
    call_command("verify_cases")
    assert "1 cases, 0 differences" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("UPDATE discharge_case SET readiness = 'not_ready'", "case, readiness"),
        ("UPDATE discharge_case SET first_liable_day = first_liable_day + 1", "case, first_liable_day"),
        ("UPDATE discharge_caseunit SET state = 'acknowledged' WHERE role = 'municipality'", "state"),
        ("DELETE FROM discharge_delivery WHERE kind = 'ready_notice_sent'", "delivery"),
        ("UPDATE deadlines_obligation SET due_at = due_at + interval '1 hour'", "due_at"),
        ("UPDATE deadlines_obligation SET cancelled_at = now() WHERE code = 'acknowledge'", "obligation"),
    ],
    ids=[
        "readiness",
        "first payment day",
        "a unit's answer",
        "a lost message",
        "a moved limit",
        "a lost duty",
    ],
)
def test_a_change_behind_the_events_is_found(case, statement, what):
    with connection.cursor() as cursor:
        cursor.execute(statement)
    assert any(what in item for item in found())
    with pytest.raises(SystemExit) as stopped:
        call_command("verify_cases")
    assert stopped.value.code == 1


def test_a_difference_names_no_patient(case, capsys):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE discharge_case SET stay = 'discharged'")
    with pytest.raises(SystemExit):
        call_command("verify_cases")
    out = capsys.readouterr().out
    assert case.reference in out
    assert case.person.family_name not in out
    assert case.person.identifier not in out


def test_a_month_closed_behind_the_events_is_found(case):
    SettledMonth.objects.create(
        region_code="01", payer_code="0182", month="2026-02-01", closed_at=NOW, closed_by="Någon"
    )
    assert found() == ["month ('01', '0182', '2026-02')"]
