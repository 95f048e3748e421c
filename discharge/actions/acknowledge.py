"""Kvittera: "vår enhet har läst". Nothing else, and it never stops anybody."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.queries.blocked import without_blocked
from discharge.queries.facts import facts_of
from discharge.rules.facts import CaseFacts, Delivery
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import AlreadyDone, NotThere

from .acknowledge_by_act import receipt
from .case_act import begin


@transaction.atomic
def acknowledge(*, case_id: UUID, message_id: UUID, actor: Actor, at: datetime) -> CaseFacts:
    """Acknowledge one message (the id of its event) for the actor's own unit.

    Acknowledging again answers with what already is. A message that the unit never got is not there.
    """
    try:
        act = begin(
            "acknowledge",
            case_id,
            actor=actor,
            at=at,
            permission=Permission.ACKNOWLEDGE,
            event_id=str(message_id),
        )
    except AlreadyDone:
        return without_blocked(actor, facts_of(case_id), at)
    item = _delivery(act.facts, str(message_id), str(actor.unit_id))
    return act.record(receipt(item, actor, "button"))


def _delivery(facts: CaseFacts, event_id: str, unit_id: str) -> Delivery:
    for item in facts.deliveries:
        if item.event_id == event_id and item.unit_id == unit_id:
            return item
    raise NotThere
