"""Ta bort enhet ur planen: a unit that no longer has anything to do for the person. Both principals stay in it."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.case_act import refuse
from discharge.actions.free_text import tidy_text
from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput
from sip.rules.principals import refuse_units

from .plan_act import begin_plan


@transaction.atomic
def remove_sip_unit(
    *, case_id: UUID, actor: Actor, at: datetime, unit_id: UUID, reason: str, seen_version: int | None = None
) -> CaseFacts:
    """Take ``unit_id`` out of the plan ``case_id``. Raises SIP06 and SIP07 when a principal would be gone."""
    act = begin_plan(
        "remove_sip_unit",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.LEAD_SIP,
        seen_version=seen_version,
    )
    left = [(unit.unit_id, unit.role) for unit in act.facts.active_units if unit.unit_id != str(unit_id)]
    if len(left) == len(act.facts.active_units):
        raise InvalidInput("Enheten är inte med i planen.", "Välj en av planens enheter.", field="unit_id")
    if str(unit_id) == act.led_by:
        raise InvalidInput(
            "Enheten leder planen.",
            "Den som leder kan inte tas bort. Avsluta planen i stället.",
            field="unit_id",
        )
    refuse(refuse_units(left), field="unit_id")
    data = {"unit_id": str(unit_id), "reason": tidy_text(reason, "reason", required=True)}
    return act.record(New("sip_unit_left", data))
