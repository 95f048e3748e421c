"""The day ledger: order of the rows, money, decisions, and what the vector files do not hold."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discharge.rules.day_codes import MEANING, DayCode
from discharge.rules.ledger import build_ledger
from discharge.rules.ledger_facts import LedgerFacts, Ruling
from discharge.rules.ledger_periods import LedgerEvent
from discharge.rules.payment_liability import PaymentTerms
from tests.discharge.rules.ledger_cases import PLAIN, TERMS, codes, event, ledger, march


def test_two_liable_days_cost_twice_the_amount() -> None:
    result = ledger()
    assert [line.code.value for line in result.lines] == [
        "day_zero",
        "grace",
        "grace",
        "liable",
        "liable",
        "discharge_day",
    ]
    assert (result.payable_days, result.status, result.money) == (2, "ok", Decimal("18600.00"))
    assert [line.number for line in result.lines] == ["0", "1 av 2", "2 av 2", "1", "2", ""]


def test_never_ready_gives_no_line_and_owes_nothing() -> None:
    result = ledger(events=(event("discharged", march(7)),))
    assert (result.lines, result.status, result.money) == ((), "nothing_to_pay", Decimal("0.00"))


def test_discharge_after_a_withdrawal_shows_its_closing_code() -> None:
    result = ledger(
        events=(event("ready", march(2)), event("withdrawn", march(3)), event("discharged", march(5)))
    )
    assert codes(result) == {2: "day_zero", 3: "withdrawal_day", 4: "not_ready", 5: "discharge_day"}


def test_transfer_closes_the_count() -> None:
    result = ledger(events=(event("ready", march(2)), event("transferred", march(6))))
    assert codes(result)[6] == "transfer_day"
    assert result.payable_days == 1


def test_an_open_case_runs_through_as_of() -> None:
    result = ledger(events=(event("ready", march(2)),), as_of=date(2026, 3, 9))
    assert result.lines[-1].date == date(2026, 3, 9)
    assert result.payable_days == 5


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        pytest.param({"outpatient_needed": True}, "not_liable_outpatient", id="5:5 not confirmed"),
        pytest.param({"outpatient_needed": None}, "not_liable_outpatient", id="5:5 unclear whether needed"),
        pytest.param({"admission_notice_at": None}, "not_liable_no_admission_notice", id="never sent"),
        pytest.param({"sip_required": True, "as_of": date(2026, 3, 5)}, "pending_summons", id="can be sent"),
        pytest.param({"sip_required": True}, "not_liable_no_summons", id="too late to summon"),
        pytest.param({"sip_required": True, "sip_consent": "refused"}, "liable", id="D-11"),
        pytest.param(
            {"sip_required": True, "sip_consent": "unknown"}, "blocked_consent_unknown", id="consent unknown"
        ),
        pytest.param({"sip_required": None}, "blocked_consent_unknown", id="need of SIP unknown"),
        pytest.param({"sip_required": None, "sip_consent": "refused"}, "liable", id="no SIP either way"),
        pytest.param({"sip_required": None, "summons_at": march(4)}, "liable", id="summoned in time anyway"),
        pytest.param({"sip_required": True, "summons_at": march(4)}, "liable", id="summoned in time"),
        pytest.param({"sip_required": True, "summons_at": march(6)}, "blocked_late_summons", id="late"),
        pytest.param({"admission_notice_at": march(1)}, "blocked_late_admission_notice", id="2:3 late"),
    ],
)
def test_the_condition_that_decides_the_first_day_after_grace(changes: dict[str, Any], code: str) -> None:
    result = ledger(**changes)
    assert codes(result)[5] == code
    assert codes(result)[4] == "grace"


def test_outpatient_comes_before_a_missing_notice_and_a_missing_notice_before_the_summons() -> None:
    both: dict[str, Any] = {"admission_notice_at": None, "sip_required": True}
    assert codes(ledger(outpatient_needed=True, **both))[5] == "not_liable_outpatient"
    assert codes(ledger(**both))[5] == "not_liable_no_admission_notice"


def test_an_agreement_without_summons_condition_does_not_ask() -> None:
    terms = replace(TERMS, requires_summons=False)
    assert codes(ledger(terms, sip_required=True, sip_consent="unknown"))[5] == "liable"


def test_objection_and_legal_status_count_only_where_the_agreement_says_so() -> None:
    assert codes(ledger(has_objected=True, legal_status="opt"))[5] == "liable"
    terms = replace(TERMS, requires_no_objection=True)
    assert codes(ledger(terms, has_objected=True))[5] == "not_liable_objection"
    terms = replace(TERMS, excluded_legal_status=frozenset({"opt", "orv"}))
    excluded = codes(ledger(terms, legal_status="opt"))
    assert set(excluded.values()) == {"excluded_legal_status", "discharge_day"}


@pytest.mark.parametrize(
    ("ruling", "fifth", "sixth"),
    [
        (Ruling("liable", decision_id="d1"), "liable", "liable"),
        (Ruling("not_liable", decision_id="d1"), "not_liable_decision", "not_liable_decision"),
        (Ruling("liable_from", date(2026, 3, 6), "d1"), "not_liable_decision", "liable"),
    ],
)
def test_a_joint_decision_settles_undecided_days(ruling: Ruling, fifth: str, sixth: str) -> None:
    result = ledger(admission_notice_at=march(1), ruling=ruling)
    assert (codes(result)[5], codes(result)[6]) == (fifth, sixth)
    assert {line.decision_id for line in result.lines if line.date.day in {5, 6}} == {"d1"}
    assert {line.decision_id for line in result.lines if line.date.day < 5} == {""}


@pytest.mark.parametrize(
    "changes",
    [{"admission_notice_at": None}, {"sip_required": True}, {"outpatient_needed": True}],
)
def test_a_decision_never_makes_up_for_what_was_never_done(changes: dict[str, Any]) -> None:
    result = ledger(ruling=Ruling("liable", decision_id="d1"), **changes)
    assert result.payable_days == 0
    assert {line.decision_id for line in result.lines} == {""}


def test_a_ruling_has_a_date_exactly_when_it_needs_one() -> None:
    with pytest.raises(ValueError, match="liable_from"):
        Ruling("liable", date(2026, 3, 5))
    with pytest.raises(ValueError, match="liable_from"):
        Ruling("liable_from")


def test_a_missing_amount_blocks_the_money_and_names_the_year() -> None:
    result = ledger(amounts={2025: Decimal(9300)})
    assert (result.status, result.money, result.payable_days) == ("blocked_missing_amount", None, 2)
    assert result.blocked_by == ("amount:2026",)


def test_new_year_takes_each_days_own_amount() -> None:
    events = (
        LedgerEvent("ready", datetime(2026, 12, 28, 8, tzinfo=UTC)),
        LedgerEvent("discharged", datetime(2027, 1, 2, 8, tzinfo=UTC)),
    )
    amounts = {2026: Decimal("9300.50"), 2027: Decimal(10500)}
    assert ledger(events=events, amounts=amounts).money == Decimal("19800.50")
    assert ledger(events=events, amounts={2026: Decimal(1)}).blocked_by == ("amount:2027",)


def test_before_activation_days_are_shadow_and_carry_no_money() -> None:
    shadow = ledger(replace(TERMS, payment_active_from=None), amounts={})
    assert (shadow.status, shadow.shadow_days, shadow.money) == ("shadow", 2, None)
    half = ledger(replace(TERMS, payment_active_from=date(2026, 3, 6)))
    assert (codes(half)[5], codes(half)[6]) == ("liable_shadow", "liable")
    assert half.money == Decimal("9300.00")


def test_under_a_monthly_mean_the_month_decides_the_money() -> None:
    result = ledger(replace(TERMS, model="monthly_mean"), amounts={})
    assert (result.status, result.payable_days, result.money) == ("ok", 2, None)


def test_terms_follow_day_zero() -> None:
    old, new = replace(TERMS, agreement_version=1), replace(TERMS, agreement_version=2, first_liable_offset=6)
    late = replace(PLAIN, events=(event("ready", march(2, 13)), event("discharged", march(12))))
    result = build_ledger(late, lambda day: new if day >= date(2026, 3, 3) else old)
    assert {line.agreement_version for line in result.lines} == {2}
    assert codes(result)[9] == "liable"
    assert codes(result)[8] == "grace"


def test_every_line_carries_what_it_was_computed_from() -> None:
    result = ledger(input_version="events 1-7")
    assert {line.input_version for line in result.lines} == {"events 1-7"}
    assert all(line.period_id and line.agreement_key == "statute" for line in result.lines)
    assert [line.amount_year for line in result.lines] == [None, None, None, 2026, 2026, None]


def test_every_code_has_a_word_and_a_reference() -> None:
    assert set(MEANING) == set(DayCode)


MOMENTS = st.integers(0, 30 * 86_400).map(lambda seconds: march(1) + timedelta(seconds=seconds))


def ready_withdrawn_ready(moments: list[datetime]) -> tuple[LedgerEvent, ...]:
    first, second, third = sorted(moments)
    return event("ready", first), event("withdrawn", second), event("ready", third)


FACTS = st.builds(
    LedgerFacts,
    admitted_at=st.just(march(1)),
    events=st.lists(MOMENTS, min_size=3, max_size=3).map(ready_withdrawn_ready),
    as_of=st.dates(date(2026, 4, 1), date(2026, 4, 30)),
    admission_notice_at=st.none() | MOMENTS,
    sip_required=st.sampled_from([True, False, None]),
    sip_consent=st.sampled_from(["given", "refused", "unknown"]),
    summons_at=st.none() | MOMENTS,
    outpatient_needed=st.sampled_from([True, False, None]),
    outpatient_clear_at=st.none() | MOMENTS,
    has_objected=st.booleans(),
    ruling=st.none() | st.just(Ruling("liable")) | st.just(Ruling("liable_from", date(2026, 3, 15))),
    amounts=st.just({2026: Decimal(9300)}),
)
ANY_TERMS = st.builds(
    PaymentTerms,
    cutoff_rule=st.sampled_from(["after", "at_or_after"]),
    cutoff_time=st.times().map(lambda clock: clock.replace(microsecond=0)),
    day_kind=st.sampled_from(["calendar", "weekday"]),
    first_liable_offset=st.integers(1, 10),
    count_discharge_day=st.booleans(),
    payment_active_from=st.none() | st.dates(date(2026, 3, 1), date(2026, 4, 30)),
    requires_no_objection=st.booleans(),
)


@given(FACTS, ANY_TERMS)
@settings(derandomize=True, max_examples=100)
def test_every_date_has_one_line_and_payable_shadow_and_the_rest_make_the_whole(
    facts: LedgerFacts, terms: PaymentTerms
) -> None:
    result = build_ledger(facts, lambda _day: terms)
    dates = [line.date for line in result.lines]
    assert dates == [dates[0] + timedelta(days=n) for n in range(len(dates))]
    others = sum(MEANING[line.code].weight in {"none", "undecided"} for line in result.lines)
    assert result.payable_days + result.shadow_days + others == len(result.lines)
    assert all(line.reason.endswith(".") for line in result.lines)
    if result.status not in {"ok", "nothing_to_pay"}:
        assert result.money is None
