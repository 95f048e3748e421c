"""Kvittens genom handling: who acts on a message has read it."""

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor


def acknowledged_by_acting(facts: CaseFacts, actor: Actor) -> list[New]:
    """Return one acknowledgement for each unread message to the actor's own unit."""
    return [
        New(
            "message_acknowledged",
            {"event_id": item.event_id, "kind": item.kind, "unit_id": item.unit_id, "how": "by_act"},
        )
        for item in facts.deliveries
        if item.unit_id == str(actor.unit_id) and item.acknowledged_at is None
    ]
