"""Intern anteckning: the receiver's own, never shown to whoever reported."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from deviations.rules.facts_of_deviation import DeviationFacts
from lus.events.record import New
from lus.organisations.actor import Actor

from .deviation_act import begin_deviation
from .guarded_text import written


@transaction.atomic
def note_deviation_internally(
    *, number: str, actor: Actor, at: datetime, text: str, not_personal: Collection[str] = ()
) -> DeviationFacts:
    """Note something for the own unit. Raises as ``begin_deviation`` and ``written``."""
    act = begin_deviation("note_deviation_internally", number, actor=actor, at=at)
    said = written("internal", text, act.row, not_personal)
    return act.record(New("deviation_noted_internally"), said)
