"""Kommentar: both sides may add words, and nobody may change any (DEV14)."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from deviations.rules.facts_of_deviation import DeviationFacts
from lus.events.record import New
from lus.organisations.actor import Actor

from .deviation_act import begin_deviation
from .guarded_text import written


@transaction.atomic
def comment_deviation(
    *, number: str, actor: Actor, at: datetime, text: str, not_personal: Collection[str] = ()
) -> DeviationFacts:
    """Add a comment that both sides read. Raises as ``begin_deviation`` and ``written``."""
    act = begin_deviation("comment_deviation", number, actor=actor, at=at)
    said = written("comment", text, act.row, not_personal)
    return act.record(New("deviation_commented"), said)
