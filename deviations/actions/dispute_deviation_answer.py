"""Bestrid svaret, once: whoever reported does not agree, and the unit looks into it anew."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from deviations.rules.facts_of_deviation import DeviationFacts
from lus.events.record import New
from lus.organisations.actor import Actor

from .deviation_act import begin_deviation
from .guarded_text import written


@transaction.atomic
def dispute_deviation_answer(
    *, number: str, actor: Actor, at: datetime, text: str, not_personal: Collection[str] = ()
) -> DeviationFacts:
    """Send the answer back, with why. Raises as ``begin_deviation`` and ``written``."""
    act = begin_deviation("dispute_deviation_answer", number, actor=actor, at=at)
    said = written("disputed", text, act.row, not_personal)
    return act.record(New("deviation_disputed"), said)
