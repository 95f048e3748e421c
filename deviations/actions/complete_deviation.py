"""Komplettera: what the receiver asked for; the report itself stays as it was written."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from deviations.rules.facts_of_deviation import DeviationFacts
from lus.events.record import New
from lus.organisations.actor import Actor

from .deviation_act import begin_deviation
from .guarded_text import written


@transaction.atomic
def complete_deviation(
    *, number: str, actor: Actor, at: datetime, text: str, not_personal: Collection[str] = ()
) -> DeviationFacts:
    """Answer the question. Raises as ``begin_deviation`` and ``written``."""
    act = begin_deviation("complete_deviation", number, actor=actor, at=at)
    said = written("completed", text, act.row, not_personal)
    return act.record(New("deviation_completed"), said)
