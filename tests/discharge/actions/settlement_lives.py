"""Cases whose month is over, under an agreement in force, and the acts of the officers on their lines."""

from datetime import date
from decimal import Decimal
from typing import Any

from discharge.actions.answer_payment_dispute import answer_payment_dispute
from discharge.actions.approve_payment_line import approve_payment_line
from discharge.actions.assess_need import Needs
from discharge.actions.discharge_patient import discharge_patient
from discharge.actions.dispute_payment_line import dispute_payment_line
from discharge.actions.load_agreements import load_agreements
from discharge.queries.settlement import SettlementLine, line_of
from discharge.rules.agreement_records import BY_KEY
from discharge.rules.agreements import fill_copy
from discharge.rules.amounts import LiabilityAmount
from tests.factories import Place
from tests.journeys.story import Story, clock

from .life import Life
from .one_try import Try

KEY, MONTH = "practice_settlement", "2026-03"
MARCH, MONDAY, APRIL = date(2026, 3, 1), date(2026, 3, 2), date(2026, 4, 14)


def in_force(**filled: Any) -> None:
    """An invented agreement of the county, paid since 2025, whose month may be corrected until the 12th."""
    terms: dict[str, Any] = {
        "region_code": "01",
        "care_form": "somatic",
        "valid_from": date(2025, 1, 1),
        "payment_active_from": date(2025, 1, 1),
        "amount_source": "own",
        "correction_deadline_day": 12,
    }
    record = fill_copy(BY_KEY["statute"], KEY, "Övningsavtal", **(terms | filled))
    amount = LiabilityAmount(KEY, 2026, Decimal(9000), "påhittat belopp", "assumption", "A och B")
    load_agreements([BY_KEY["statute"], record], [amount], is_practice=True)


def stayed(place: Place | None = None, ready: date = MONDAY, days: int = 7) -> Story:
    """Ready on ``ready``, home ``days`` later: liable from the third day, at 9 000 kronor each."""
    story = Story(date.fromordinal(ready.toordinal() - 2), place=place, needs=Needs(social_services=True))
    story.is_ready(ready)
    home = date.fromordinal(ready.toordinal() + days)
    story.when(
        home, "11.00", story.ward, discharge_patient, left_at=clock(home, "11.00"), destination="short_term"
    )
    return story


def month_over() -> Life:
    """Four liable days in March, and it is the 14th of April."""
    in_force()
    life = stayed()
    life.at = clock(APRIL, "10.00")
    return life


def line(life: Life) -> SettlementLine:
    """Return the case's line in March as it stands."""
    found = line_of(life.row, life.facts, MARCH, at=life.at)
    assert found is not None
    return found


def disputed() -> Life:
    life = month_over()
    life.does(life.officer, dispute_payment_line, month=MONTH, reason="wrong_time", text="Fel dag")
    return life


def _print(life: Life) -> dict[str, Any]:
    return {"month": MONTH, "fingerprint": line(life).print_now}


SETTLEMENT_TRIES = (
    Try(approve_payment_line, "officer", ("payment_line_approved",), life=month_over, arguments=_print),
    Try(
        dispute_payment_line,
        "officer",
        ("payment_line_disputed",),
        life=month_over,
        arguments=lambda life: {"month": MONTH, "reason": "wrong_time", "text": "Fel dag"},
    ),
    Try(
        answer_payment_dispute,
        "region_officer",
        ("payment_dispute_answered",),
        life=disputed,
        arguments=lambda life: {**_print(life), "answer": "keep", "text": "Tiden stämmer"},
    ),
)
