"""Andra deltagare i SIP-mötet: called and taken away after the summons. Only those who are touched answer anew."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from discharge.actions.acknowledge_by_act import acknowledged_by_acting
from discharge.actions.free_text import tidy_text
from discharge.rules.callable_units import is_party
from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_meeting import SipMeeting
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from sip.rules.participants import ChangedUnit, ParticipantChanges, refuse_changes

from .called_parts import Data, called_units, invited_data, refuse_long, unit_data
from .plan_act import begin_sip
from .typed_input import refuse_input


@transaction.atomic
def change_sip_participants(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    changes: ParticipantChanges,
    reason: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """Call more to the meeting, take some away, or ask a unit for something else.

    Raises InvalidInput when nothing is changed or somebody is not called, and SIP06–SIP08 about who is left.
    """
    act = begin_sip(
        "change_sip_participants",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SUMMON_TO_SIP,
        seen_version=seen_version,
    )
    meeting = act.facts.sip.meeting
    assert meeting is not None
    refuse_input(refuse_changes(meeting, changes))
    kept = [one.unit_id for one in meeting.called if one.unit_id and one.participant_id not in changes.remove]
    added = called_units(act.facts, str(actor.unit_id), changes.add, kept)
    new = [*map(unit_data, added), *map(invited_data, changes.invite)]
    changed = [_changed(meeting, one) for one in changes.change]
    said = tidy_text(reason, "reason")
    event = participants_changed(act.facts, actor, new, changes.remove, changed, said)
    return act.record(*acknowledged_by_acting(act.facts, actor), event)


def participants_changed(
    facts: CaseFacts,
    actor: Actor,
    added: Sequence[Data],
    removed: Sequence[str],
    changed: Sequence[Data],
    reason: str,
) -> New:
    """Return the event, to the units that it touches and to the one that called."""
    meeting = facts.sip.meeting
    assert meeting is not None
    gone = [{"participant_id": one, "unit_id": _unit_of(meeting, one)} for one in removed]
    units = [one.get("unit_id", "") for one in (*added, *gone, *changed)]
    own = {"", str(actor.unit_id)}
    told = [
        one for one in dict.fromkeys((*units, meeting.summoned_by)) if one not in own and is_party(facts, one)
    ]
    data: dict[str, Any] = {"added": list(added), "removed": gone, "changed": list(changed)}
    return New("sip_participant_changed", {**data, "reason": reason, "recipients": told})


def _changed(meeting: SipMeeting, one: ChangedUnit) -> Data:
    refuse_long(one.function, one.prepare)
    said = {"required": one.required, "function": one.function.strip(), "prepare": one.prepare.strip()}
    unit_id = _unit_of(meeting, one.participant_id)
    return {"participant_id": one.participant_id, "unit_id": unit_id, **said}


def _unit_of(meeting: SipMeeting, participant_id: str) -> str:
    one = meeting.participant(participant_id)
    return one.unit_id if one else ""
