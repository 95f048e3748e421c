"""Avsluta lyftet: only when every measure is done, or given up with a reason."""

from datetime import datetime

from django.db import transaction

from deviations.rules.lift import LiftFacts
from lus.events.record import New
from lus.organisations.actor import Actor

from .lift_act import begin_lift


@transaction.atomic
def close_lift(*, reference: str, actor: Actor, at: datetime) -> LiftFacts:
    """Close it. Raises as ``begin_lift``."""
    act = begin_lift("close_lift", reference, actor=actor, at=at)
    return act.record(New("lift_closed"))
