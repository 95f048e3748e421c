"""Planering genom handling: a receiver that answers has read, and has begun to plan (LUS 2 kap. 6 §)."""

from discharge.rules.facts import CaseFacts
from discharge.rules.stage import UNPLANNED
from lus.events.record import New
from lus.organisations.actor import Actor

from .acknowledge_by_act import acknowledged_by_acting


def begun_by_answering(facts: CaseFacts, actor: Actor) -> list[New]:
    """Return the receipts and the start of planning that go before the actor's own answer."""
    unit = facts.unit(str(actor.unit_id))
    starts = unit is not None and unit.state in UNPLANNED
    started = [New("planning_started", {"unit_id": str(actor.unit_id)})] if starts else []
    return [*acknowledged_by_acting(facts, actor), *started]
