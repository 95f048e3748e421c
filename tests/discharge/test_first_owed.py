"""The database puts duties in the same order as the rule."""

import random
from datetime import timedelta
from uuid import UUID

import pytest

from discharge.rules.next_step import DETAILS, URGENT, in_order
from lus.deadlines.models import Obligation
from lus.deadlines.queries import first_owed_in
from tests.factories import NOW

pytestmark = pytest.mark.django_db
CODES = ("acknowledge", "send_handover", "start_planning", *sorted(URGENT | DETAILS))


def _duty(draw: random.Random, case: UUID) -> Obligation:
    ahead = timedelta(hours=draw.choice([1, 4, 23, 24, 25, 48]), seconds=draw.choice([0, 1]))
    due = draw.choice([None, NOW, NOW - timedelta(hours=1), NOW + ahead])
    return Obligation(
        case_id=case,
        unit_id=UUID(int=draw.randint(1, 3)),
        code=draw.choice(CODES),
        key=f"k{draw.random()}",
        basis=draw.choice(["law", "agreement", "routine"]),
        reference="-",
        clock=draw.choice(["elapsed", "calendar"]) if due else "none",
        starts_at=NOW - timedelta(hours=draw.randint(2, 5)),
        due_at=due,
        raw_due_at=due,
        explanation="-",
        created_at=NOW,
    )


def test_the_first_duty_is_the_rules_first_duty() -> None:
    draw = random.Random(1)
    cases = [UUID(int=number) for number in range(1, 61)]
    duties = {case: [_duty(draw, case) for _ in range(draw.randint(1, 6))] for case in cases}
    Obligation.objects.bulk_create(duty for owed in duties.values() for duty in owed)
    first = first_owed_in(cases, at=NOW, urgent=URGENT, details=DETAILS)
    assert {case: line.key for case, line in first.items()} == {
        case: in_order(owed, NOW)[0].key for case, owed in duties.items()
    }
