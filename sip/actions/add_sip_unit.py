"""Lägg till enhet i planen, HSL 16 kap. 4 §: one more unit that has something to do for the person."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.case_act import refuse
from discharge.rules.facts import CaseFacts
from discharge.rules.recipients import ROLE_OF_KIND
from discharge.rules.refusal import Refusal
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.queries import open_units
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .plan_act import begin_plan


@transaction.atomic
def add_sip_unit(
    *, case_id: UUID, actor: Actor, at: datetime, unit_id: UUID, seen_version: int | None = None
) -> CaseFacts:
    """Let ``unit_id`` take part in the plan ``case_id``. Raises InvalidInput for a unit that is closed or in it."""
    act = begin_plan(
        "add_sip_unit",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.LEAD_SIP,
        seen_version=seen_version,
    )
    return act.record(joined(act.facts, unit_id))


def joined(facts: CaseFacts, unit_id: UUID) -> New:
    """Return the event that the unit takes part. Raises InvalidInput, ``sip-unit-twice``."""
    unit = open_units().filter(pk=unit_id).first()
    if unit is None or unit.kind not in ROLE_OF_KIND:
        raise InvalidInput("Enheten är stängd eller tar inte emot.", "Välj en annan enhet.", field="unit_id")
    there = facts.unit(str(unit_id))
    if there is not None and there.is_active:
        said = ("Enheten är med redan", f"{unit.name} är med i planen")
        refuse(Refusal("sip-unit-twice", *said, "Välj en annan enhet."), field="unit_id")
    return New("sip_unit_joined", {"unit_id": str(unit_id), "role": ROLE_OF_KIND[unit.kind]})
