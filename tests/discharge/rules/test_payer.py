"""LUS 5:2: who pays for a day."""

from datetime import date

import pytest

from discharge.rules.payer import PayerFacts, Placement, Registration, payer_on

A, B = "0180", "0182"
DAY = date(2026, 3, 5)
IN_A = Registration(A, date(2020, 1, 1))
PLACED_BY_B = Placement(B, "SoL 8:4", date(2026, 1, 10), date(2026, 1, 15))


@pytest.mark.parametrize(
    ("facts", "code", "because"),
    [
        pytest.param(PayerFacts((IN_A,)), A, "registered", id="registered"),
        pytest.param(PayerFacts((IN_A,), (PLACED_BY_B,)), B, "placing", id="placed by B in C: B pays"),
        pytest.param(
            PayerFacts((IN_A,), (Placement(B, " ", date(2026, 1, 1), date(2026, 1, 1)),)),
            A,
            "registered",
            id="no legal basis recorded: no decision",
        ),
        pytest.param(
            PayerFacts((IN_A,), (Placement(B, "SoL 8:4", DAY, date(2026, 3, 6)),)),
            A,
            "registered",
            id="not yet",
        ),
        pytest.param(
            PayerFacts((IN_A,), (Placement(B, "SoL 8:4", DAY, date(2026, 1, 1), date(2026, 3, 4)),)),
            A,
            "registered",
            id="ended the day before",
        ),
        pytest.param(PayerFacts(), None, "payer_unknown", id="unknown"),
        pytest.param(PayerFacts((IN_A,), (PLACED_BY_B,), True), None, "payer_unknown", id="protected"),
    ],
)
def test_the_payer_of_a_day(facts: PayerFacts, code: str | None, because: str) -> None:
    payer = payer_on(facts, DAY)
    assert (payer.municipality_code, payer.because) == (code, because)
    assert payer.reason.endswith(".")


def test_a_move_changes_the_payer_from_its_date() -> None:
    facts = PayerFacts((IN_A, Registration(B, DAY)))
    assert payer_on(facts, date(2026, 3, 4)).municipality_code == A
    assert payer_on(facts, DAY).municipality_code == B
    assert payer_on(facts, date(2019, 1, 1)).municipality_code is None
