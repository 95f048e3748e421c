"""Behovsbedömning: not judged is not the same as no need, and the 24 hours tell the difference."""

from datetime import timedelta

import pytest

from discharge.actions.assess_need import Needs, assess_need
from lus.deadlines.models import Obligation
from lus.refusals import InvalidInput, TimeNotPossible

from .life import Life, refused
from .lives import admitted

NOTICE = "send_admission_notice"


def owed(life: Life) -> Obligation | None:
    return Obligation.objects.filter(
        case_id=life.case.pk, code=NOTICE, met_at__isnull=True, cancelled_at__isnull=True
    ).first()


def test_a_registered_stay_owes_the_notice_within_24_hours_of_the_admission() -> None:
    life = admitted()
    duty = owed(life)
    assert duty is not None
    assert life.facts.admitted_at is not None
    assert duty.due_at == life.facts.admitted_at + timedelta(hours=24)


def test_need_judged_absent_ends_the_clock() -> None:
    life = admitted()
    life.does(life.ward, assess_need, needs=Needs(physician="Jonas Ek"), reason="Klarar sig själv")
    assert owed(life) is None


def test_a_need_judged_later_starts_24_hours_of_its_own() -> None:
    life = admitted()
    life.does(life.ward, assess_need, needs=Needs(physician="Jonas Ek"), reason="Klarar sig själv")
    later = life.at + timedelta(days=2)
    needs = Needs(social_services=True, physician="Jonas Ek", assessed_at=later)
    assess_need(case_id=life.case.pk, actor=life.ward, at=later, needs=needs)
    duty = owed(life)
    assert duty is not None
    assert duty.due_at == later + timedelta(hours=24)


@pytest.mark.parametrize(
    ("needs", "reason", "field"),
    [
        (Needs(social_services=True), "", "physician"),
        (Needs(physician="Jonas Ek"), "", "reason"),
    ],
    ids=["no physician", "no need and no reason"],
)
def test_what_is_missing_is_named(needs: Needs, reason: str, field: str) -> None:
    life = admitted()
    with refused(InvalidInput, field=field):
        life.does(life.ward, assess_need, needs=needs, reason=reason)


def test_a_judgment_in_the_future_is_refused() -> None:
    life = admitted()
    later = Needs(social_services=True, physician="Jonas Ek", assessed_at=life.at + timedelta(hours=1))
    with refused(TimeNotPossible, field="assessed_at"):
        life.does(life.ward, assess_need, needs=later)
