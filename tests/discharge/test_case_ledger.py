"""The ledger of a case: who pays, by which agreement's amounts, and what closes it."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from discharge.actions.load_agreements import load_agreements
from discharge.queries.ledger import ledger_of
from discharge.rules.agreement_records import BY_KEY
from discharge.rules.agreements import AgreementRecord, fill_copy
from discharge.rules.amounts import LiabilityAmount
from discharge.rules.ledger import Ledger, LedgerLine

from .rules.case_story import Story, local

pytestmark = pytest.mark.django_db
OLD, NEW = "demo_old", "demo_new"
CHANGE = date(2026, 5, 5)


def record(key: str, **valid: date) -> AgreementRecord:
    copy = fill_copy(
        BY_KEY["statute"], key, key, region_code="01", care_form="somatic", amount_source="own", **valid
    )
    return fill_copy(copy, key, key, payment_active_from=date(2026, 1, 1))


def amount(key: str, kronor: int) -> LiabilityAmount:
    return LiabilityAmount(key, 2026, Decimal(kronor), "påhittat belopp", "assumption", "A och B")


@pytest.fixture(autouse=True)
def _agreements() -> None:
    """One agreement until 4 May 2026 and another, dearer, from 5 May."""
    records = [
        BY_KEY["statute"],
        record(OLD, valid_from=date(2026, 1, 1), valid_to=date(2026, 5, 4)),
        record(NEW, valid_from=CHANGE),
    ]
    load_agreements(records, [amount(OLD, 1000), amount(NEW, 9000)], is_practice=True)


def story(municipal: bool = False) -> Story:
    told = Story().admitted(municipal_health=municipal, social_services=True, outpatient=False)
    told.events[0].data["region_code"] = "01"  # type: ignore[index]
    return told.noticed("09.00")


def withdrawn(clock: str) -> Callable[[Story], Story]:
    return lambda told: told.tell(clock, "ready_notice_withdrawn", reason="x", recipients=[])


def at_the_end(told: Story, protected: bool = False) -> Ledger:
    ledger = ledger_of(told.facts(), at=local("2026-05-20 12.00"), protected=protected)
    assert ledger is not None
    return ledger


def paid(told: Story) -> Decimal | None:
    return at_the_end(told).money


AMOUNTS = [
    # Day zero decides, not the day the notice was sent, nor the last notice's.
    ("sent before noon", "2026-05-04 10.00", "2026-05-09 11.00", Decimal(2000)),
    (
        "sent after noon, so day zero is under the new one",
        "2026-05-04 12.30",
        "2026-05-09 11.00",
        Decimal(9000),
    ),
]


@pytest.mark.parametrize(("life", "sent", "left", "money"), AMOUNTS, ids=[row[0] for row in AMOUNTS])
def test_the_agreement_of_day_zero_prices_the_days(life: str, sent: str, left: str, money: Decimal) -> None:
    assert paid(story().ready(sent).discharged(left)) == money


def test_each_period_has_the_amounts_of_its_own_day_zero() -> None:
    told = story().ready("2026-05-04 10.00")
    told = withdrawn("2026-05-08 10.00")(told).ready("2026-05-10 10.00").discharged("2026-05-15 10.00")
    lines: list[LedgerLine] = [line for line in at_the_end(told).lines if line.amount]
    amounts = [(line.agreement_key, int(line.amount or 0)) for line in lines]
    assert amounts == [(OLD, 1000), (NEW, 9000), (NEW, 9000)]


def test_a_protected_person_has_no_payer_and_no_amount() -> None:
    told = story().ready("2026-05-04 10.00").discharged("2026-05-09 11.00")
    ledger = at_the_end(told, protected=True)
    assert (ledger.payable_days, ledger.money, ledger.blocked_by) == (2, None, ("payer_unknown",))


ENDS = [
    ("home", lambda told: told.discharged("2026-05-06 10.00"), "discharge_day"),
    (
        "home, and dead later",
        lambda told: told.discharged("2026-05-06 10.00").tell(
            "2026-05-08 10.00", "patient_deceased_recorded", recipients=[]
        ),
        "discharge_day",
    ),
    (
        "dead in hospital",
        lambda told: told.tell("2026-05-06 10.00", "patient_deceased_recorded", recipients=[]),
        "death_day",
    ),
]


@pytest.mark.parametrize(("life", "end", "code"), ENDS, ids=[row[0] for row in ENDS])
def test_what_closes_the_ledger_after_a_withdrawal(
    life: str, end: Callable[[Story], Story], code: str
) -> None:
    last = at_the_end(end(withdrawn("2026-05-05 10.00")(story().ready("2026-05-04 10.00")))).lines[-1]
    assert (last.date, last.code) == (date(2026, 5, 6), code)
