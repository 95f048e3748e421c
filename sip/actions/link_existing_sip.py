"""SIP finns sedan tidigare: a plan from before the stay holds, and the person still consents to it."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.case_act import begin
from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput
from lus.swedish_time import local_date

from .plan_parts import checked_plan, consent_to_plan


@transaction.atomic
def link_existing_sip(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    made_on: date,
    goals: str,
    responsible: str,
    follow_up_on: date | None = None,
    consented: bool = False,
    seen_version: int | None = None,
) -> CaseFacts:
    """Record a plan made on ``made_on``. It sends no summons: LUS 4 kap. 3 § is met by a summons only."""
    act = begin(
        "link_existing_sip",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SUMMON_TO_SIP,
        seen_version=seen_version,
    )
    if made_on > local_date(at):
        raise InvalidInput(
            "Planen kan inte vara från en dag framåt.", "Ange när den gjordes.", field="made_on"
        )
    parts = checked_plan(act.facts, goals, responsible, follow_up_on, at)
    linked = New("sip_existing_linked", {"made_on": made_on.isoformat(), **parts})
    return act.record(*consent_to_plan(act.facts, consented, at), linked)
