"""Begär komplettering: the unit asks what it must know, and its own limits stand still until the answer."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from deviations.rules.facts_of_deviation import DeviationFacts
from lus.events.record import New
from lus.organisations.actor import Actor

from .deviation_act import begin_deviation
from .guarded_text import written


@transaction.atomic
def request_deviation_completion(
    *, number: str, actor: Actor, at: datetime, text: str, not_personal: Collection[str] = ()
) -> DeviationFacts:
    """Ask the reporter's unit. Raises as ``begin_deviation`` and ``written``."""
    act = begin_deviation("request_deviation_completion", number, actor=actor, at=at)
    said = written("asked", text, act.row, not_personal)
    return act.record(New("deviation_completion_requested"), said)
