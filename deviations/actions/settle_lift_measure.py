"""Åtgärden i lyftet är klar, or given up with a reason: the oldest that waits, or the one that is named."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from deviations.rules.lift import LiftFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.refusals import InvalidInput

from .guarded_text import written
from .lift_act import begin_lift

OUTCOMES = {"done": "lift_measure_done", "rejected": "lift_measure_rejected"}


@transaction.atomic
def settle_lift_measure(
    *,
    reference: str,
    actor: Actor,
    at: datetime,
    measure_id: str,
    outcome: str,
    text: str,
    not_personal: Collection[str] = (),
) -> LiftFacts:
    """Settle the measure of that event. ``outcome``: done or rejected; ``text``: what came of it, or why not."""
    act = begin_lift("settle_lift_measure", reference, actor=actor, at=at)
    if measure_id not in {one.measure.event_id for one in act.facts.waiting}:
        raise InvalidInput("Åtgärden väntar inte.", "Välj en åtgärd i listan.", field="measure_id")
    if outcome not in OUTCOMES:
        raise InvalidInput("Svaret fattas.", "Välj klar eller avförd.", field="outcome")
    said = written("done" if outcome == "done" else "no_action", text, None, not_personal)
    return act.record(New(OUTCOMES[outcome], {"measure_id": measure_id}), said)
