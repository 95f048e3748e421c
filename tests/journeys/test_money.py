"""Pengar: only under an agreement in force with an amount that somebody has checked; never a guess, never zero."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from discharge.actions.assess_need import Needs
from discharge.actions.discharge_patient import discharge_patient
from discharge.actions.load_agreements import load_agreements
from discharge.rules.agreement_records import BY_KEY, RECORDS
from discharge.rules.agreements import fill_copy
from discharge.rules.amounts import LiabilityAmount

from .story import Story, clock

pytestmark = pytest.mark.django_db

KEY = "demo_stockholm_somatic"
MON = date(2026, 3, 2)


def practice(*amounts: LiabilityAmount, from_day: date = date(2025, 1, 1)) -> None:
    """An invented agreement for Stockholm's county, in force and paid from ``from_day``."""
    record = fill_copy(
        BY_KEY["statute"],
        KEY,
        "Övningsöverenskommelse",
        region_code="01",
        care_form="somatic",
        valid_from=date(2025, 1, 1),
        payment_active_from=from_day,
        amount_source="own",
    )
    load_agreements([BY_KEY["statute"], record], amounts, is_practice=True)


def amount(year: int, kronor: int | None, verified_by: str = "A och B") -> LiabilityAmount:
    value = None if kronor is None else Decimal(kronor)
    return LiabilityAmount(KEY, year, value, "påhittat belopp", "assumption", verified_by)


def five_days(ready: date = MON) -> Story:
    """Ready on a Monday morning and home the next: liable Thursday to Sunday, four days."""
    story = Story(ready - timedelta(days=2), needs=Needs(social_services=True))
    story.is_ready(ready)
    home = ready + timedelta(days=7)
    story.when(
        home, "11.00", story.ward, discharge_patient, left_at=clock(home, "11.00"), destination="short_term"
    )
    return story


def test_four_days_cost_four_amounts() -> None:
    practice(amount(2026, 9000))
    ledger = five_days().ledger(MON + timedelta(days=8))
    assert (ledger.status, ledger.payable_days, ledger.money) == ("ok", 4, Decimal("36000.00"))
    assert [line.amount for line in ledger.lines if line.amount] == [Decimal(9000)] * 4
    assert {line.agreement_key for line in ledger.lines if line.agreement_key} == {KEY}


@pytest.mark.parametrize(
    "amounts",
    [(), (amount(2026, None),), (amount(2026, 9000, verified_by=""),), (amount(2025, 9000),)],
    ids=["no row", "a row without amount", "an amount that nobody has checked", "last year's amount"],
)
def test_a_missing_amount_blocks_the_money_and_is_not_zero(amounts: tuple[LiabilityAmount, ...]) -> None:
    practice(*amounts)
    ledger = five_days().ledger(MON + timedelta(days=8))
    assert (ledger.status, ledger.payable_days) == ("blocked_missing_amount", 4)
    assert ledger.money is None
    assert ledger.blocked_by == ("amount:2026",)


def test_over_new_year_each_day_has_the_amount_of_its_year() -> None:
    practice(amount(2025, 8000), amount(2026, 9000))
    story = five_days(ready=date(2025, 12, 27))
    ledger = story.ledger(date(2026, 1, 5))
    assert [line.amount for line in ledger.lines if line.amount] == [8000, 8000, 9000, 9000]
    assert ledger.money == Decimal("34000.00")


def test_over_new_year_one_missing_year_blocks_the_whole_sum() -> None:
    practice(amount(2025, 8000))
    ledger = five_days(ready=date(2025, 12, 27)).ledger(date(2026, 1, 5))
    assert (ledger.money, ledger.blocked_by) == (None, ("amount:2026",))


def test_days_before_the_agreement_was_put_in_force_are_shadow_days() -> None:
    practice(amount(2026, 9000), from_day=MON + timedelta(days=5))
    ledger = five_days().ledger(MON + timedelta(days=8))
    assert (ledger.shadow_days, ledger.payable_days, ledger.money) == (2, 2, Decimal("18000.00"))


def test_no_real_agreement_costs_anybody_anything() -> None:
    load_agreements(RECORDS, [amount(2026, 9000)])
    ledger = five_days().ledger(MON + timedelta(days=8))
    assert (ledger.payable_days, ledger.money) == (0, None)
