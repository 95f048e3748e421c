"""Fakta om ett hållet SIP-möte, handbook sip §14 (meeting leader): what the plan's events say of it, yes or no.

What was so at the meeting is read from the events up to the one that tells that it was held; what it led to, from
those that followed before the next meeting. A fact that nobody has told is left out: it is neither yes nor no.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from discharge.rules.case_draft import instant
from discharge.rules.facts import MUNICIPAL_ROLES, CaseFacts, EventFact
from discharge.rules.facts_of_meeting import SipMeeting
from discharge.rules.fold import fold
from discharge.rules.sip_choices import OBSTACLES, PRESENT, TARGET_GROUPS

from .fold_process import fold_process
from .leader_tells import NOTHING_OF_IT
from .owed_later import PLANS_A_DAY

HELD: Final = "sip_meeting_held"
# What may change what a meeting led to.
LED_TO: Final = frozenset({*PLANS_A_DAY, "sip_summons_sent"})
RELATIVES: Final = frozenset({"relative", "guardian", "representative"})
# How the person took part in the meeting itself; through somebody else, or beforehand, is not there.
THERE: Final = frozenset({"physical", "video", "phone"})


@dataclass(frozen=True, slots=True)
class HeldMeeting:
    """``event_id``: of the event that tells it; ``led_by``: the unit that told it. ``facts``: fact → yes or no."""

    event_id: str
    led_by: str
    held_at: datetime
    told_at: datetime
    facts: dict[str, bool]


def held_meetings(process: CaseFacts) -> Iterator[HeldMeeting]:
    """Yield the held meetings of a plan, oldest first. ``process``: of its case, or of its own stream."""
    told = [event for event in process.events if event.name == HELD]
    for number, held in enumerate(told):
        ends = told[number + 1].seq if number + 1 < len(told) else None
        afterwards = [
            one for one in process.events if one.seq > held.seq and (ends is None or one.seq < ends)
        ]
        yield HeldMeeting(
            held.event_id,
            held.unit_id or "",
            instant(held.data["meeting_at"]) or held.happened_at,
            held.recorded_at,
            _facts(process, held, afterwards),
        )


def known_until(process: CaseFacts, until: datetime) -> CaseFacts:
    """Return the process as it stood just before ``until``, aware."""
    return _folded(process, (event for event in process.events if event.recorded_at < until))


def _folded(process: CaseFacts, events: Iterable[EventFact]) -> CaseFacts:
    return (fold if process.ward_id else fold_process)(process.case_id, list(events))


def _facts(process: CaseFacts, held: EventFact, afterwards: Sequence[EventFact]) -> dict[str, bool]:
    then = _folded(process, (event for event in process.events if event.seq <= held.seq))
    meeting = next((one for one in reversed(then.sip.meetings) if one.state == "held"), None)
    return {
        "at_discharge": bool(process.ward_id),
        **(_of_summons(then, meeting) if meeting else {}),
        **_who_came(then, meeting, held),
        **_told(held.data),
        **_led_to(then, afterwards),
    }


def _of_summons(then: CaseFacts, meeting: SipMeeting) -> dict[str, bool]:
    found = {"follow_up_meeting": meeting.kind == "follow_up"}
    unit = then.unit(meeting.summoned_by)
    if unit is not None:
        found["called_by_region"] = unit.role not in MUNICIPAL_ROLES
    if meeting.place_kind:
        found["digital"] = meeting.place_kind == "digital"
    return found


def _who_came(then: CaseFacts, meeting: SipMeeting | None, held: EventFact) -> dict[str, bool]:
    found = {"person_there": held.data["person"] in THERE}
    came = {one["unit_id"]: one["how"] != "absent" for one in held.data["attendance"]}
    sides: dict[str, dict[str, bool]] = {"region": {}, "municipality": {}}
    for unit_id, is_there in came.items():
        if (side := _side(then, unit_id)) is not None:
            sides[side][unit_id] = is_there
    for side, units in sides.items():
        led = _side(then, held.unit_id or "") == side
        found[f"{side}_there"] = led or any(units.values())
        if units:
            found[f"all_from_{side}"] = all(units.values())
    return found | _others(meeting, held.data.get("people", ()))


def _side(then: CaseFacts, unit_id: str) -> str | None:
    unit = then.unit(unit_id)
    if unit is None:
        return "region" if unit_id and unit_id == then.ward_id else None
    return "municipality" if unit.role in MUNICIPAL_ROLES else "region"


def _others(meeting: SipMeeting | None, people: Sequence[dict[str, str]]) -> dict[str, bool]:
    """Those without an account. A meeting to which nobody such was called says nothing of whether all came."""
    there = {one["participant_id"]: one["how"] != "absent" for one in people}
    called = {one.participant_id: one.kind for one in meeting.called} if meeting else {}
    near = [there[one] for one, kind in called.items() if kind in RELATIVES and one in there]
    return {"relatives_there": any(near), **({"all_invited": all(there.values())} if there else {})}


def _told(data: Mapping[str, Any]) -> dict[str, bool]:
    """What whoever led it told by hand. *None of them* is a no to each."""
    found: dict[str, bool] = {}
    if data.get("premeeting") is not None:
        found["premeeting"] = data["premeeting"]
    if present := data.get("present"):
        found |= {f"{key}_there": key in present for key in PRESENT if key != NOTHING_OF_IT}
    if group := data.get("target_group"):
        found |= {f"group_{key}": key == group for key in TARGET_GROUPS}
    if obstacles := data.get("obstacles"):
        found |= {f"obstacle_{key}": key in obstacles for key in OBSTACLES}
    return found


def _led_to(then: CaseFacts, afterwards: Sequence[EventFact]) -> dict[str, bool]:
    plans = [event.data for event in afterwards if event.name in ("sip_established", "sip_existing_linked")]
    booked = [
        event
        for event in afterwards
        if (event.name in PLANS_A_DAY and event.data[PLANS_A_DAY[event.name]])
        or (event.name == "sip_summons_sent" and event.data.get("kind") == "follow_up")
    ]
    return {
        "responsible": bool(then.sip.responsible) or any(one["responsible"] for one in plans),
        "goals": bool(then.sip.goals) or any(one["goals"] for one in plans),
        "follow_up_booked": bool(booked),
    }
