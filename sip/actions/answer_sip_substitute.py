"""Ersättare från en annan enhet, the handbook's SIP page, 6: the one who calls says yes, or no."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.acknowledge_by_act import acknowledged_by_acting
from discharge.actions.free_text import tidy_text
from discharge.rules.callable_units import callable_units
from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_meeting import Participant
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.queries import open_units
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput
from sip.rules.summons import CalledUnit

from .add_sip_unit import joined
from .called_parts import called_units, unit_data
from .change_sip_participants import participants_changed
from .plan_act import PlanAct, begin_sip


@transaction.atomic
def answer_sip_substitute(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    participant_id: UUID,
    approved: bool,
    reason: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """Approve or decline who ``participant_id`` proposes to come in its place.

    A yes takes the unit that cannot come away and calls the other; outside hospital it joins the plan with that.
    A no needs a reason, and the unit answers anew. Raises SIP06–SIP08, ``sip-substitute-not-in-case``.
    """
    act = begin_sip(
        "answer_sip_substitute",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SUMMON_TO_SIP,
        seen_version=seen_version,
    )
    one = _proposed(act.facts, participant_id)
    read = acknowledged_by_acting(act.facts, actor)
    if not approved:
        data = {
            "unit_id": one.unit_id,
            "participant_id": one.participant_id,
            "substitute_unit_id": one.substitute_unit_id,
            "reason": tidy_text(reason, "reason", required=True),
        }
        return act.record(*read, New("sip_substitute_declined", data))
    if one.substitute_unit_id not in dict(callable_units(act.facts, str(actor.unit_id))):
        if not isinstance(act, PlanAct):
            raise _not_in_case(one)
        act.record(joined(act.facts, UUID(one.substitute_unit_id)))
    return act.record(*read, _instead(act.facts, actor, one, tidy_text(reason, "reason")))


def _proposed(facts: CaseFacts, participant_id: UUID) -> Participant:
    meeting = facts.sip.meeting
    one = meeting.participant(str(participant_id)) if meeting else None
    if one is None or not one.is_proposed:
        raise InvalidInput(
            "Enheten har ingen ersättare som väntar på svar.",
            "Läs vilka som är kallade.",
            field="participant_id",
        )
    return one


def _instead(facts: CaseFacts, actor: Actor, one: Participant, reason: str) -> New:
    meeting, own = facts.sip.meeting, str(actor.unit_id)
    assert meeting is not None
    left = [other.unit_id for other in meeting.called if other.unit_id and other != one]
    coming = CalledUnit(one.substitute_unit_id, one.required, one.function, one.prepare)
    if coming.unit_id in (*left, own):
        removed = participants_changed(facts, actor, [], [one.participant_id], [], reason)
        called_units(facts, own, (), left)
        return removed
    added = called_units(facts, own, (coming,), left)
    new = [unit_data(unit, one.unit_id) for unit in added]
    return participants_changed(facts, actor, new, [one.participant_id], [], reason)


def _not_in_case(one: Participant) -> InvalidInput:
    unit = open_units().filter(pk=one.substitute_unit_id).first()
    name = unit.name if unit else "Enheten"
    return InvalidInput(
        f"{name} är inte med i ärendet.",
        "Be avdelningen lägga till enheten, och godkänn sedan.",
        code="sip-substitute-not-in-case",
        title="Enheten är inte med",
        field="approved",
    )
