"""A deviation told event by event, in Swedish local time, for the tests of its rules."""

from datetime import datetime
from typing import Any

from deviations.rules.facts_of_deviation import DeviationFacts
from deviations.rules.fold_deviation import fold_deviation
from deviations.rules.owed import deviation_duties
from discharge.rules.facts import EventFact
from discharge.rules.owed import Obligation
from tests.discharge.rules.case_story import local

WARD, MUNICIPALITY, CLINIC = "avdelningen", "kommunen", "kliniken"


class DeviationStory:
    """The municipality has reported to the ward. ``when``: ``"2026-03-03 10.00"``, a Tuesday."""

    def __init__(self, when: str = "2026-03-03 10.00", county: str = "01") -> None:
        self.events: list[EventFact] = []
        self.tell(
            when,
            "deviation_registered",
            MUNICIPALITY,
            number="AV-2026-000001",
            county=county,
            reporting_unit=MUNICIPALITY,
            addressed_unit=WARD,
            code="K01.2",
            case_id=None,
        )

    def tell(self, when: str, event: str, by: str = WARD, /, **data: Any) -> "DeviationStory":
        seq, at = len(self.events) + 1, local(when)
        self.events.append(
            EventFact(
                f"e{seq}", seq, f"deviation_{event.removeprefix('deviation_')}", at, at, by, "Roll", by, data
            )
        )
        return self

    @property
    def facts(self) -> DeviationFacts:
        return fold_deviation(self.events, "d")

    def duty(self, code: str) -> Obligation:
        """Return the newest duty of that code. Raises StopIteration when there is none."""
        return next(one for one in reversed(deviation_duties(self.facts)) if one.code == code)

    def owed(self) -> set[str]:
        """Return the codes of what units owe and have not done."""
        return {one.code for one in deviation_duties(self.facts) if one.unit_id and one.met_at is None}


def at(when: str) -> datetime:
    return local(when)
