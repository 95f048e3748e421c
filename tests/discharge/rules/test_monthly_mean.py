"""The month's mean: strict level, long stays by themselves, money exact to the last step."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discharge.rules.monthly_mean import CaseDays, MeanTerms, case_days, monthly_mean, round_half_up

LEVEL_2 = MeanTerms(Decimal(2))
AMOUNTS = {2026: Decimal(9300), 2027: Decimal(10500)}


def cases(*days: int) -> list[CaseDays]:
    return [CaseDays(number) for number in days]


def test_a_mean_equal_to_the_level_is_free_without_any_amount() -> None:
    result = monthly_mean(cases(1, 2, 3), LEVEL_2, 2026, {})
    assert (result.status, result.money, result.mean) == ("nothing_to_pay", Decimal("0.00"), Fraction(2))


def test_no_cases_and_one_zero_case_are_different_months() -> None:
    assert monthly_mean([], LEVEL_2, 2026, AMOUNTS).status == "no_cases"
    assert monthly_mean(cases(0), LEVEL_2, 2026, AMOUNTS).status == "nothing_to_pay"


def test_money_is_rounded_once_from_exact_days() -> None:
    result = monthly_mean(cases(3, 3, 3), MeanTerms(Decimal("2.333")), 2026, {2026: Decimal("0.01")})
    assert result.excess_days == Fraction(2001, 1000)
    assert result.money == Decimal("0.02")


def test_a_missing_year_blocks_and_is_not_zero() -> None:
    result = monthly_mean(cases(9), LEVEL_2, 2025, AMOUNTS)
    assert (result.status, result.money) == ("blocked_missing_amount", None)


def test_a_long_stay_without_known_start_blocks_the_month() -> None:
    result = monthly_mean(cases(0, 8), MeanTerms(Decimal(3), 7), 2026, AMOUNTS)
    assert (result.status, result.individual_days, result.in_mean) == ("blocked_individual_start", None, 1)


def test_only_long_stays_leave_an_empty_mean_but_not_an_empty_month() -> None:
    result = monthly_mean(cases(10), MeanTerms(Decimal(3), 7, 3), 2026, AMOUNTS)
    assert (result.in_mean, result.mean, result.individual_days) == (0, None, 7)
    assert result.money == Decimal("65100.00")


def test_a_long_stay_over_new_year_takes_each_days_amount() -> None:
    stay = CaseDays(10, day_zero=date(2026, 12, 25))  # owed 28-31 December and 1-3 January
    result = monthly_mean([stay], MeanTerms(Decimal(3), 7, 3), 2027, AMOUNTS)
    assert result.money == 4 * Decimal(9300) + 3 * Decimal(10500)
    only_2027 = {2027: Decimal(10500)}
    missing = monthly_mean([stay], MeanTerms(Decimal(3), 7, 3), 2027, only_2027)
    assert missing.status == "blocked_missing_amount"


@pytest.mark.parametrize(
    ("ended", "days"), [(date(2026, 3, 2), 0), (date(2026, 3, 1), 0), (date(2026, 3, 9), 7)]
)
def test_days_of_a_case_are_never_negative(ended: date, days: int) -> None:
    assert case_days(ended, date(2026, 3, 2)) == days


@pytest.mark.parametrize(
    ("value", "shown"), [(Fraction(1, 200), "0.01"), (Fraction(1, 3), "0.33"), (Fraction(2), "2.00")]
)
def test_halves_round_upwards(value: Fraction, shown: str) -> None:
    assert str(round_half_up(value)) == shown


@given(st.lists(st.integers(0, 60), max_size=40), st.integers(0, 20), st.none() | st.integers(0, 30))
@settings(derandomize=True, max_examples=50)
def test_one_more_day_never_costs_less(days: list[int], level: int, after: int | None) -> None:
    terms = MeanTerms(Decimal(level), after, 0)
    before = monthly_mean(cases(*days), terms, 2026, AMOUNTS).money
    assert before is not None
    if after is None and days:
        more = monthly_mean(cases(days[0] + 1, *days[1:]), terms, 2026, AMOUNTS).money
        assert more is not None
        assert more >= before
