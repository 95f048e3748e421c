"""Kvittera och läs: what a unit owes those who wrote to it. An own routine that blocks nobody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from .facts import CaseFacts
from .facts_of_messages import GENERAL, Message
from .owed import Obligation, duty_of
from .words import MESSAGES

# Owed to the sender, not to the patient's process: never told to units that have not got the message.
DUTIES: Final = frozenset({"acknowledge_message", "read_message"})
READ_WITHIN: Final = timedelta(minutes=120)


def general_messages(facts: CaseFacts) -> Iterator[Obligation]:
    """Yield one duty for each general message to a unit that is still in the case."""
    active = {unit.unit_id: unit.is_active for unit in facts.units}
    about = {event_id: message for message in facts.messages for event_id in message.events}
    for item in facts.deliveries:
        message = about.get(item.event_id)
        if item.kind not in GENERAL or message is None:
            continue
        if not item.acknowledged_at and (
            not active.get(item.unit_id, True) or is_past(message, item.event_id)
        ):
            continue
        wanted = message.ack_wanted or item.kind != "message_sent"
        yield duty_of(
            "acknowledge_message" if wanted else "read_message",
            item.unit_id,
            item.delivered_at,
            (item.levels[0] if item.levels else item.delivered_at + READ_WITHIN) if wanted else None,
            met_at=item.acknowledged_at,
            key=item.event_id,
            message=MESSAGES[item.kind],
        )


def is_past(message: Message, event_id: str) -> bool:
    """Whether ``event_id`` is about a message that was withdrawn since: then only the withdrawal is to be read."""
    return message.withdrawn_at is not None and event_id != message.withdrawn_event


def silent_events(facts: CaseFacts) -> frozenset[str]:
    """Return the ids of the events that nobody is reminded of: withdrawn since, or only to be read."""
    only_read = {one.event_id for one in facts.messages if not one.ack_wanted}
    return past_events(facts) | only_read


def past_events(facts: CaseFacts) -> frozenset[str]:
    """Return the ids of all events of messages that ask for no receipt any more."""
    return frozenset(
        event_id for message in facts.messages for event_id in message.events if is_past(message, event_id)
    )
