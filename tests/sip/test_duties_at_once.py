"""A case, its plan and the sweep at the same moment: nobody waits for ever, and what is owed is right afterwards."""

import threading
from datetime import timedelta
from functools import partial
from uuid import uuid4

import pytest
from django.db import connection, transaction

from lus.deadlines.models import Obligation
from lus.deadlines.sweep import sweep_due
from sip.actions.answer_sip_summons import answer_sip_summons
from sip.actions.save_plan_row import save_plan_row
from sip.models import Plan
from tests.discharge.actions.life import Life
from tests.discharge.actions.sip_lives import summoned
from tests.discharge.actions.test_races import at_once, refusals

from .test_plan_duties import proven

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 4
VALUES = {"area": "daily_life", "words": "Duscha", "principals": "both"}


def write(plan: Plan, life: Life) -> None:
    """A row in the plan, by outpatient care."""
    save_plan_row(
        case_id=plan.pk,
        actor=life.primary_care,
        at=life.at,
        section="need",
        values=VALUES,
        row_id=uuid4(),
        row_version=0,
    )


def somebody_waits() -> bool:
    """Whether a transaction waits for another's lock."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted)")
        return bool(cursor.fetchone()[0])


def test_who_writes_in_the_plan_waits_for_who_writes_the_same_duties_in_the_case() -> None:
    life = summoned()
    plan = Plan.objects.get()

    def writes() -> None:
        write(plan, life)
        connection.close()

    writer = threading.Thread(target=writes)
    with transaction.atomic():
        life.does(life.municipality, answer_sip_summons, answer="comes")
        writer.start()
        while not somebody_waits():
            assert writer.is_alive(), "it has not waited"
    writer.join(timeout=30)
    assert not writer.is_alive()
    assert proven()


def test_an_answer_in_the_case_and_a_row_in_the_plan_while_the_clock_rings() -> None:
    for _ in range(ROUNDS):
        life = summoned()
        plan = Plan.objects.get(case_id=life.case.pk)
        answers = at_once(
            partial(life.does, life.municipality, answer_sip_summons, answer="comes"),
            partial(write, plan, life),
            partial(sweep_due, at=life.at + timedelta(days=2)),
        )
        assert refusals(answers) == []
        duty = Obligation.objects.get(
            case_id=plan.pk, code="answer_sip_summons", unit_id=life.municipality.unit_id, cancelled_at=None
        )
        assert duty.met_at == life.at
        assert proven()
