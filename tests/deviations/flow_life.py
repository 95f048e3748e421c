"""A deviation of the municipality about the ward, lived through the real acts; each act an hour after the last."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from deviations.actions.accept_deviation_answer import accept_deviation_answer
from deviations.actions.assess_deviation import assess_deviation
from deviations.actions.decide_no_deviation_action import decide_no_deviation_action
from deviations.actions.give_deviation_feedback import give_deviation_feedback
from deviations.actions.report_deviation import report_deviation
from deviations.models import Deviation
from deviations.rules.facts_of_deviation import DeviationFacts
from discharge.models import Case
from lus.organisations.actor import Actor
from lus.organisations.models import Unit
from tests.factories import NOW, Place, a_place, an_actor

from .reports import a_report

HOUR = timedelta(hours=1)


class DeviationLife:
    """``row``: the deviation. The ward's own staff receive until somebody is named."""

    def __init__(self, place: Place | None = None, case: Case | None = None, **told: Any) -> None:
        self.place = place or a_place()
        self.ward, self.municipality, self.clinic = (
            self.place.ward,
            self.place.municipality,
            self.place.primary_care,
        )
        self.at: datetime = NOW
        self.row = report_deviation(
            actor=self.municipality,
            at=self.at,
            report=a_report(**told),
            addressed_unit_id=self.ward.unit_id,  # type: ignore[arg-type]
            case_id=case.pk if case else None,
        )

    @property
    def number(self) -> str:
        return self.row.number

    def now(self) -> Deviation:
        return Deviation.objects.get(pk=self.row.pk)

    def does(self, actor: Actor, act: Callable[..., DeviationFacts], **given: Any) -> DeviationFacts:
        """Do ``act`` an hour after the last one."""
        self.at += HOUR
        return act(number=self.number, actor=actor, at=self.at, **given)

    def assessed(self) -> "DeviationLife":
        self.does(self.ward, assess_deviation, severity=2)
        return self

    def decided(self) -> "DeviationLife":
        self.does(self.ward, decide_no_deviation_action, text="Rutinen följdes efter en driftstörning.")
        return self

    def answered(self) -> "DeviationLife":
        self.decided()
        self.does(self.ward, give_deviation_feedback, text="Vi har gått igenom händelsen.")
        return self

    def closed(self) -> "DeviationLife":
        self.answered()
        self.does(self.municipality, accept_deviation_answer)
        return self

    def somebody(self, unit_of: Actor, role: str) -> Actor:
        """Return somebody with ``role`` at the unit of ``unit_of``."""
        return an_actor(Unit.objects.get(pk=str(unit_of.unit_id)), role)
