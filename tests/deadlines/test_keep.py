"""keep(): rows equal what the rules want, and nothing is written twice."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from lus.deadlines.keep import Owed, keep
from lus.deadlines.models import Obligation

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
UNIT = uuid4()
DUTY = Owed(
    code="acknowledge",
    unit_id=UNIT,
    basis="routine",
    reference="Intern rutin",
    clock="elapsed",
    starts_at=AT,
    due_at=AT + timedelta(hours=2),
    explanation="Kvittera.",
    key="m1",
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def case_id():
    return uuid4()


def kept(case_id, *wanted, at=AT, because="test"):
    keep(case_id, wanted, at=at, because=because)
    return list(Obligation.objects.filter(case_id=case_id).order_by("created_at", "due_at"))


def test_what_is_wanted_is_stored(case_id):
    (row,) = kept(case_id, DUTY)
    assert (row.code, row.unit_id, row.due_at, row.raw_due_at) == (
        "acknowledge",
        UNIT,
        DUTY.due_at,
        DUTY.due_at,
    )


def test_the_same_again_writes_nothing(case_id, django_assert_num_queries):
    kept(case_id, DUTY)
    with django_assert_num_queries(1):
        keep(case_id, [DUTY], at=AT, because="again")


def test_a_moved_limit_cancels_the_old_row_and_keeps_it(case_id):
    kept(case_id, DUTY)
    later = replace(DUTY, due_at=AT + timedelta(hours=5))
    old, new = kept(case_id, later, at=AT + timedelta(minutes=1), because="expected_discharge_changed")
    assert old.cancelled_because == "expected_discharge_changed"
    assert (new.due_at, new.cancelled_at) == (later.due_at, None)


def test_a_duty_that_is_met_keeps_its_row(case_id):
    kept(case_id, DUTY)
    (row,) = kept(case_id, replace(DUTY, met_at=AT + timedelta(hours=1)))
    assert row.met_at == AT + timedelta(hours=1)


def test_a_duty_that_no_longer_holds_is_cancelled_with_the_cause(case_id):
    kept(case_id, DUTY)
    (row,) = kept(case_id, because="patient_deceased_recorded")
    assert row.cancelled_because == "patient_deceased_recorded"


def test_a_met_duty_that_the_rules_forget_is_left_as_it_was(case_id):
    kept(case_id, replace(DUTY, met_at=AT))
    (row,) = kept(case_id)
    assert (row.met_at, row.cancelled_at) == (AT, None)


def test_the_database_refuses_two_live_rows_of_the_same_duty(case_id):
    (row,) = kept(case_id, replace(DUTY, unit_id=None))
    row.pk = uuid4()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)
