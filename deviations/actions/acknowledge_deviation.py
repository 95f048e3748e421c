"""Kvittera avvikelse: whoever received it has read it. Every later act says so too."""

from datetime import datetime

from django.db import transaction

from deviations.rules.facts_of_deviation import DeviationFacts
from lus.events.record import New
from lus.organisations.actor import Actor

from .deviation_act import begin_deviation


@transaction.atomic
def acknowledge_deviation(*, number: str, actor: Actor, at: datetime) -> DeviationFacts:
    """Note that the addressee has it. Raises as ``begin_deviation``."""
    act = begin_deviation("acknowledge_deviation", number, actor=actor, at=at)
    return act.record(New("deviation_acknowledged"))
