"""Two persons, two principals, authority, reason and honest times."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from discharge.rules import joint_decisions as joint
from discharge.rules.joint_decisions import Approver, JointDecision, check_joint_decision
from discharge.rules.ledger_facts import Ruling

AT = datetime(2026, 3, 20, 9, tzinfo=UTC)
WARD_SIDE = Approver("u1", "region", True, AT - timedelta(hours=2))
KOMMUN_SIDE = Approver("u2", "nacka", True, AT - timedelta(hours=1))
DECISION = JointDecision("d1", "liable", "Kallelsen dröjde av tekniskt fel.", WARD_SIDE, KOMMUN_SIDE)


def check(decision: JointDecision) -> None:
    check_joint_decision(decision, region_id="region", payer_id="nacka", at=AT)


def test_one_from_each_side_may_decide_in_either_order() -> None:
    check(DECISION)
    check(
        replace(
            DECISION, first=replace(KOMMUN_SIDE, approved_at=AT), second=replace(WARD_SIDE, approved_at=AT)
        )
    )


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"second": replace(KOMMUN_SIDE, user_id="u1")}, joint.SamePerson),
        ({"second": replace(KOMMUN_SIDE, principal_id="region")}, joint.SamePrincipal),
        ({"second": replace(KOMMUN_SIDE, principal_id="solna")}, joint.NotAParty),
        ({"first": replace(WARD_SIDE, has_authority=False)}, joint.MissingAuthority),
        ({"second": replace(KOMMUN_SIDE, has_authority=False)}, joint.MissingAuthority),
        ({"reason": "  "}, joint.MissingReason),
        ({"outcome": "liable_from"}, joint.WrongStartDate),
        ({"liable_from": date(2026, 3, 5)}, joint.WrongStartDate),
        ({"second": replace(KOMMUN_SIDE, approved_at=AT + timedelta(seconds=1))}, joint.DecidedInFuture),
        ({"second": replace(KOMMUN_SIDE, approved_at=AT - timedelta(hours=3))}, joint.ApprovedBeforeDecided),
    ],
)
def test_every_refusal_has_its_class_and_says_what_to_do(
    changes: dict[str, Any], refusal: type[joint.JointDecisionRefused]
) -> None:
    with pytest.raises(refusal) as refused:
        check(replace(DECISION, **changes))
    assert type(refused.value) is refusal
    assert str(refused.value).count(".") >= 1


def test_the_ledger_gets_outcome_date_and_id() -> None:
    dated = replace(DECISION, outcome="liable_from", liable_from=date(2026, 3, 5))
    assert dated.ruling() == Ruling("liable_from", date(2026, 3, 5), "d1")
