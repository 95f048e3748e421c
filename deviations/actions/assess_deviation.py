"""Bedöm avvikelse: the right addressee it is, and how serious; what follows can be thought through."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from deviations.rules.choices import SEVERITIES
from deviations.rules.facts_of_deviation import DeviationFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.refusals import InvalidInput

from .deviation_act import begin_deviation
from .guarded_text import written


@transaction.atomic
def assess_deviation(
    *,
    number: str,
    actor: Actor,
    at: datetime,
    severity: int,
    text: str = "",
    not_personal: Collection[str] = (),
) -> DeviationFacts:
    """Take it on. ``severity``: a key of ``SEVERITIES``; ``text``: what the reporter may read of the judgment."""
    act = begin_deviation("assess_deviation", number, actor=actor, at=at)
    if severity not in SEVERITIES:
        raise InvalidInput("Allvarlighet är 1 till 4.", "Välj hur allvarligt det är.", field="severity")
    said = [written("assessed", text, act.row, not_personal)] if text.strip() else []
    return act.record(New("deviation_assessed", {"severity": severity}), *said)
