"""Ingen åtgärd: the unit has looked into it and will change nothing, with its reason."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from deviations.rules.facts_of_deviation import DeviationFacts
from lus.events.record import New
from lus.organisations.actor import Actor

from .deviation_act import begin_deviation
from .guarded_text import written


@transaction.atomic
def decide_no_deviation_action(
    *, number: str, actor: Actor, at: datetime, text: str, not_personal: Collection[str] = ()
) -> DeviationFacts:
    """Decide that nothing is done, and why. Raises as ``begin_deviation`` and ``written``."""
    act = begin_deviation("decide_no_deviation_action", number, actor=actor, at=at)
    said = written("no_action", text, act.row, not_personal)
    return act.record(New("deviation_no_action"), said)
