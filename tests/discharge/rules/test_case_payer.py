"""Who pays for a day of the case, and what is said when nobody may know."""

from collections.abc import Callable
from typing import Any

import pytest

from discharge.rules.amounts import missing_money_text
from discharge.rules.case_payer import case_payer
from discharge.rules.conditions import conditions
from discharge.rules.ledger import PAYER_UNKNOWN
from lus.swedish_time import local_date

from .case_story import Story, local
from .ledger_cases import ledger

DAY = local_date(local("2026-05-08 12.00"))


def lives(**where: str) -> Callable[[], Story]:
    def story() -> Story:
        told = Story().admitted()
        told.events[0].data.update(where)  # type: ignore[attr-defined]
        return told

    return story


PAYERS = [
    ("registered", lives(), False, "0182", "yes"),
    ("placed by another", lives(placing_municipality="0184"), False, "0184", "yes"),
    ("unknown", lives(registered_municipality=""), False, None, "unknown"),
    ("protected", lives(), True, None, "unknown"),
    ("protected and placed", lives(placing_municipality="0184"), True, None, "unknown"),
]


@pytest.mark.parametrize(
    ("life", "story", "protected", "code", "state"), PAYERS, ids=[row[0] for row in PAYERS]
)
def test_the_payer_of_a_case(
    life: str, story: Callable[[], Story], protected: bool, code: str | None, state: str
) -> None:
    facts = story().facts()
    assert case_payer(facts, DAY, protected=protected).municipality_code == code
    tick = conditions(facts, protected=protected)[-1]
    assert (tick.key, tick.state) == ("payer", state)
    assert ("0182" in tick.sentence or "0184" in tick.sentence) is (code is not None)


CAUSES = [
    ("nobody known to pay", {"payer_known": False}, (PAYER_UNKNOWN,), "Betalande kommun är inte känd."),
    (
        "nobody known to pay, no amount either",
        {"payer_known": False, "amounts": {}},
        (PAYER_UNKNOWN,),
        "Betalande kommun är inte känd.",
    ),
    ("no amount", {"amounts": {}}, ("amount:2026",), "Belopp för 2026 saknas."),
]


@pytest.mark.parametrize(("life", "facts", "cause", "text"), CAUSES, ids=[row[0] for row in CAUSES])
def test_an_unknown_payer_is_not_a_missing_amount(
    life: str, facts: dict[str, Any], cause: tuple[str, ...], text: str
) -> None:
    result = ledger(**facts)
    assert (result.status, result.money, result.payable_days) == ("blocked_missing_amount", None, 2)
    assert result.blocked_by == cause
    assert missing_money_text(result.blocked_by).startswith(text)
    assert all(line.amount is None for line in result.lines)


def test_a_ledger_that_lacks_nothing_says_nothing() -> None:
    assert ledger().blocked_by == ()
    assert missing_money_text(()) == ""
