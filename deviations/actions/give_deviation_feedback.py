"""Återkoppla: what was found and what is done, to whoever reported."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from deviations.rules.facts_of_deviation import DeviationFacts
from lus.events.record import New
from lus.organisations.actor import Actor

from .deviation_act import begin_deviation
from .guarded_text import written


@transaction.atomic
def give_deviation_feedback(
    *, number: str, actor: Actor, at: datetime, text: str, not_personal: Collection[str] = ()
) -> DeviationFacts:
    """Answer the reporter. Raises as ``begin_deviation`` and ``written``."""
    act = begin_deviation("give_deviation_feedback", number, actor=actor, at=at)
    said = written("feedback", text, act.row, not_personal)
    return act.record(New("deviation_feedback_given"), said)
