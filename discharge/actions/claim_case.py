"""Jag tar: one person takes the case on for the own unit. The first to do so also begins the planning (LUS 2 kap. 6 §).

Personal within the unit; to others it says the function only.
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from discharge.rules.stage import IN_HOSPITAL, UNPLANNED
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import StageNotAllowed

from .acknowledge_by_act import acknowledged_by_acting
from .case_act import begin


@transaction.atomic
def claim_case(*, case_id: UUID, actor: Actor, at: datetime, seen_version: int | None = None) -> CaseFacts:
    """Note that the actor has taken the case on. Refused, with who and when, if a colleague was first."""
    act = begin(
        "claim_case",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.ACKNOWLEDGE,
        seen_version=seen_version,
    )
    refuse_other_than_party(act.facts, actor)
    unit = act.facts.unit(str(actor.unit_id))
    begins = unit is not None and unit.state in UNPLANNED and act.facts.stay in IN_HOSPITAL
    return act.record(
        *acknowledged_by_acting(act.facts, actor),
        New("case_claimed", claim_data(actor)),
        *([New("planning_started", {"unit_id": str(actor.unit_id)})] if begins else ()),
    )


def claim_data(actor: Actor) -> dict[str, str]:
    """Return what the events of a claim hold: the unit, the person's id, and the function that others see."""
    return {
        "unit_id": str(actor.unit_id),
        "user_id": str(actor.user_id or ""),
        "function": actor.role_label,
    }


def refuse_other_than_party(facts: CaseFacts, actor: Actor) -> None:
    """Refuse an assignment above the unit: a case is taken on by somebody who works where it lies."""
    if str(actor.unit_id) != facts.ward_id and facts.unit(str(actor.unit_id)) is None:
        raise StageNotAllowed(
            "Den som tar ett ärende arbetar på en enhet som är med i det.",
            "Byt till ett uppdrag på enheten, eller be någon där ta ärendet.",
            code="not-recipient",
        )
