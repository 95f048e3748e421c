"""Kvittens genom handling: who acts on a message has read it."""

from discharge.rules.facts import CaseFacts, Delivery
from discharge.rules.facts_of_messages import GENERAL
from lus.events.record import New
from lus.organisations.actor import Actor


def acknowledged_by_acting(facts: CaseFacts, actor: Actor) -> list[New]:
    """Return one acknowledgement for each unread notice to the actor's own unit.

    A general message is read by answering it, not by doing something else in the case.
    """
    return [receipt(item, actor, "by_act") for item in _unread(facts, actor) if item.kind not in GENERAL]


def acknowledged_by_answering(facts: CaseFacts, actor: Actor, thread: str) -> list[New]:
    """Return one acknowledgement for each unread message of ``thread`` (the id of its first message)."""
    there = {
        event_id for message in facts.messages if message.thread == thread for event_id in message.events
    }
    return [receipt(item, actor, "by_act") for item in _unread(facts, actor) if item.event_id in there]


def receipt(item: Delivery, actor: Actor, how: str) -> New:
    """Return the event of one receipt. ``how``: button, by_act or in_bulk. The reader's role goes with it."""
    data = {"event_id": item.event_id, "kind": item.kind, "unit_id": item.unit_id}
    return New("message_acknowledged", data | {"how": how, "role": actor.role})


def _unread(facts: CaseFacts, actor: Actor) -> list[Delivery]:
    return [
        item
        for item in facts.deliveries
        if item.unit_id == str(actor.unit_id) and item.acknowledged_at is None
    ]
