"""Godta svaret: whoever reported is content, or has been silent for the days of the county's policy."""

from datetime import datetime

from django.db import transaction

from deviations.rules.facts_of_deviation import DeviationFacts
from lus.events.record import New
from lus.organisations.actor import Actor

from .deviation_act import begin_deviation


@transaction.atomic
def accept_deviation_answer(*, number: str, actor: Actor, at: datetime) -> DeviationFacts:
    """Close the deviation. Raises as ``begin_deviation``."""
    act = begin_deviation("accept_deviation_answer", number, actor=actor, at=at)
    return act.record(New("deviation_accepted", {"how": "accepted"}))
