"""Åtgärden är klar: done as decided, told to whoever reported; it may be long after the answer."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from deviations.rules.facts_of_deviation import DeviationFacts
from lus.events.record import New
from lus.organisations.actor import Actor

from .deviation_act import begin_deviation
from .guarded_text import written


@transaction.atomic
def finish_deviation_action(
    *, number: str, actor: Actor, at: datetime, text: str = "", not_personal: Collection[str] = ()
) -> DeviationFacts:
    """Note that the oldest action that waits is done. ``text``: what came of it."""
    act = begin_deviation("finish_deviation_action", number, actor=actor, at=at)
    measure = next(one for one in act.facts.measures if one.done_at is None)
    said = [written("done", text, act.row, not_personal)] if text.strip() else []
    return act.record(New("deviation_action_done", {"action_id": measure.event_id}), *said)
