"""Välj mötestid: whoever calls chooses one of the times; nothing is booked and nobody is called by that."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.acknowledge_by_act import acknowledged_by_acting
from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .plan_act import begin_sip


@transaction.atomic
def choose_sip_slot(
    *, case_id: UUID, actor: Actor, at: datetime, slot_id: UUID, seen_version: int | None = None
) -> CaseFacts:
    """Choose the time ``slot_id``, which lies ahead. The summons is then filled in with it."""
    act = begin_sip(
        "choose_sip_slot",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SUMMON_TO_SIP,
        seen_version=seen_version,
    )
    poll = act.facts.sip.poll
    slot = next((one for one in poll.slots if one.slot_id == str(slot_id)), None) if poll else None
    if slot is None or slot.starts_at <= at:
        raise InvalidInput("Tiden går inte att välja.", "Välj en av tiderna framåt.", field="slot_id")
    data = {"slot_id": slot.slot_id, "starts_at": slot.starts_at.isoformat()}
    return act.record(*acknowledged_by_acting(act.facts, actor), New("sip_slot_chosen", data))
