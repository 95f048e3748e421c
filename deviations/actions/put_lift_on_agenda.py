"""På dagordningen: the group's meeting that will take it up."""

from datetime import date, datetime

from django.db import transaction

from deviations.rules.lift import LiftFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.refusals import InvalidInput
from lus.swedish_time import local_date

from .lift_act import begin_lift


@transaction.atomic
def put_lift_on_agenda(*, reference: str, actor: Actor, at: datetime, day: date) -> LiftFacts:
    """Say which day. Raises InvalidInput for one that has been."""
    act = begin_lift("put_lift_on_agenda", reference, actor=actor, at=at)
    if day < local_date(at):
        raise InvalidInput("Dagen har redan varit.", "Välj i dag eller en senare dag.", field="day")
    return act.record(New("lift_agenda_set", {"day": day.isoformat()}))
