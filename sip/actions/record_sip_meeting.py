"""SIP-mötet är hållet: who took part and how, and how the person did (HSL 16 kap. 4 §)."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.free_text import tidy_text
from discharge.rules.facts import MUNICIPAL_ROLES, CaseFacts
from discharge.rules.sip_choices import PERSON_HOW, UNIT_HOW
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput
from lus.web.words import moment
from sip.rules.leader_tells import LeaderTells, refuse_told

from .plan_act import begin_sip
from .typed_input import refuse_input

NOTHING_TOLD = LeaderTells()


@transaction.atomic
def record_sip_meeting(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    attendance: Mapping[str, str],
    person: str,
    people: Mapping[str, str] | None = None,
    note: str = "",
    told: LeaderTells = NOTHING_TOLD,
    seen_version: int | None = None,
) -> CaseFacts:
    """Record the meeting. ``attendance``: how each called unit took part, by id; ``person``: a key of ``PERSON_HOW``.

    ``people``: how each other without an account did, by participant id. Without the person, ``note`` says why. With
    no unit of one of the principals it is kept as incomplete. ``told``: what else whoever led it wants to tell.
    """
    act = begin_sip(
        "record_sip_meeting",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SUMMON_TO_SIP,
        seen_version=seen_version,
    )
    meeting_at = act.facts.sip.meeting_at
    if meeting_at is not None and at < meeting_at:
        raise InvalidInput(
            f"Mötet är {moment(meeting_at, at)}, och har inte varit än.",
            "Ändra tiden om mötet hölls tidigare, eller vänta.",
            field="person",
        )
    came = _attendance(act.facts, {str(unit_id): how for unit_id, how in attendance.items()})
    others = _people(act.facts, {str(one): how for one, how in (people or {}).items()})
    if person not in PERSON_HOW:
        raise InvalidInput("Hur personen deltog fattas.", "Välj ett av sätten.", field="person")
    refuse_input(refuse_told(told))
    note = tidy_text(note, "note")
    if person == "absent" and not note:
        raise InvalidInput("Personen deltog inte.", "Skriv varför.", field="note")
    data = {
        "meeting_at": meeting_at.isoformat() if meeting_at else at.isoformat(),
        "attendance": [{"unit_id": unit_id, "how": how} for unit_id, how in came.items()],
        "people": [{"participant_id": one, "how": how} for one, how in others.items()],
        "person": person,
        "incomplete": person == "absent" or not _both_came(act.facts, actor, came),
        "note": note,
        **told.as_kept(),
    }
    return act.record(New("sip_meeting_held", data))


def _attendance(facts: CaseFacts, given: Mapping[str, str]) -> dict[str, str]:
    found = {unit_id: given.get(unit_id, "") for unit_id in facts.sip.called}
    if any(how not in UNIT_HOW for how in found.values()) or set(given) - set(found):
        raise InvalidInput(
            "Närvaron fattas för en kallad enhet.", "Välj hur varje enhet deltog.", field="attendance"
        )
    return found


def _people(facts: CaseFacts, given: Mapping[str, str]) -> dict[str, str]:
    """Return how relatives and others took part; each who was invited is told about."""
    meeting = facts.sip.meeting
    invited = [one for one in meeting.called if one.kind not in ("unit", "person")] if meeting else []
    found = {one.participant_id: given.get(one.participant_id, "") for one in invited}
    if any(how not in UNIT_HOW for how in found.values()) or set(given) - set(found):
        raise InvalidInput("Närvaron fattas för en inbjuden.", "Välj hur var och en deltog.", field="people")
    return found


def _both_came(facts: CaseFacts, actor: Actor, came: Mapping[str, str]) -> bool:
    """Whether both principals were there; the one that leads was."""
    there = [str(actor.unit_id), *(unit_id for unit_id, how in came.items() if how != "absent")]
    roles = {unit.role for unit_id in there if (unit := facts.unit(unit_id)) is not None}
    return bool(roles & MUNICIPAL_ROLES) and bool(roles - MUNICIPAL_ROLES)
