"""Planera uppföljningssamtal, intern rutin: which unit calls the patient 48 to 72 hours after the discharge."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import AlreadyDone, InvalidInput

from .acknowledge_by_act import acknowledged_by_acting
from .case_act import begin


@transaction.atomic
def plan_follow_up_call(
    *, case_id: UUID, actor: Actor, at: datetime, unit_id: UUID, seen_version: int | None = None
) -> CaseFacts:
    """Let ``unit_id``, a receiver in the case, call. Until the call is done another unit may be chosen."""
    act = begin(
        "plan_follow_up_call",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.ACKNOWLEDGE,
        seen_version=seen_version,
    )
    call = act.facts.leaving.call
    if call is not None and call.unit_id == str(unit_id) and call.waived_at is None:
        raise AlreadyDone("Enheten har redan samtalet.", "Ni behöver inte göra något mer.")
    return act.record(*acknowledged_by_acting(act.facts, actor), call_planned(act.facts, unit_id))


def call_planned(facts: CaseFacts, unit_id: UUID) -> New:
    """Return the event that gives the call to ``unit_id``. Raises InvalidInput for a unit that is not a receiver."""
    unit = facts.unit(str(unit_id))
    if unit is None or not unit.is_active:
        raise InvalidInput(
            "Enheten är inte mottagare i ärendet.", "Välj en av de berörda enheterna.", field="unit_id"
        )
    return New("follow_up_call_planned", {"unit_id": str(unit_id)})
