"""Öppna igen: a head of either unit, or the county's analyst, within 180 days."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from deviations.rules.facts_of_deviation import DeviationFacts
from lus.events.record import New
from lus.organisations.actor import Actor

from .deviation_act import begin_deviation
from .guarded_text import written


@transaction.atomic
def reopen_deviation(
    *, number: str, actor: Actor, at: datetime, text: str, not_personal: Collection[str] = ()
) -> DeviationFacts:
    """Begin the assessment anew, with why. Raises as ``begin_deviation`` and ``written``."""
    act = begin_deviation("reopen_deviation", number, actor=actor, at=at)
    said = written("reopened", text, act.row, not_personal)
    return act.record(New("deviation_reopened"), said)
