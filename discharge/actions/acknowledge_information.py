"""Kvittera information: all of it at once. What asks more of the reader is acknowledged one by one."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from discharge.rules.message_categories import IN_BULK
from discharge.rules.owed_on_messages import past_events
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission

from .acknowledge_by_act import receipt
from .case_act import begin


@transaction.atomic
def acknowledge_information(*, case_id: UUID, actor: Actor, at: datetime) -> CaseFacts:
    """Acknowledge the own unit's unread messages of a category in ``IN_BULK``. Nothing unread changes nothing.

    Their corrections and withdrawals are not among them: those say that something was wrong.
    """
    act = begin("acknowledge_information", case_id, actor=actor, at=at, permission=Permission.ACKNOWLEDGE)
    plain = {message.event_id for message in act.facts.messages if message.category in IN_BULK}
    plain -= past_events(act.facts)
    unread = [
        item
        for item in act.facts.deliveries
        if item.event_id in plain and item.unit_id == str(actor.unit_id) and item.acknowledged_at is None
    ]
    if not unread:
        return act.facts
    receipts: list[New] = [receipt(item, actor, "in_bulk") for item in unread]
    return act.record(*receipts)
