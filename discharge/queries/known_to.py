"""Vad enheten får veta: all of the case, or what was known when the unit left it.

A unit that declined or was removed keeps what it had received, and sees nothing that came later. The same for a
ward that the patient has left.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from discharge.rules.facts import CaseFacts, EventFact
from discharge.rules.fold import fold
from lus.organisations.actor import Actor

from .blocked import masked, without_blocked
from .known_messages import hidden_events, is_party

LEFT = ("declined", "removed")
INNER = frozenset({"case_claimed", "claim_released", "case_forwarded"})
# About what the unit has already got: not telling it would leave it with what is wrong.
STILL_TOLD = frozenset({"message_withdrawn", "event_corrected"})


def known_to(viewer: Actor, whole: CaseFacts, at: datetime) -> CaseFacts:
    """Return the facts as the viewer's units may know them at ``at``.

    The version stays the case's own, but for what other units have blocked (``blocked.py``).
    """
    facts = without_blocked(viewer, whole, at)
    if viewer.kind == "clock":
        return facts
    return masked(viewer, _known(viewer, facts))


def _known(viewer: Actor, facts: CaseFacts) -> CaseFacts:
    own = {str(unit_id) for unit_id in viewer.unit_ids}
    if facts.ward_id in own:
        # What was written to the ward that had the patient before was written to the case's ward.
        own |= facts.chain.former_wards().keys()
    facts = without_inner_matters(viewer, facts)
    hidden = hidden_events(facts.events, own)
    seen = [event for event in _until_they_left(own, facts) if event.event_id not in hidden]
    if len(seen) == len(facts.events):
        return facts
    return replace(fold(facts.case_id, seen), version=facts.version)


def _until_they_left(own: Collection[str], facts: CaseFacts) -> tuple[EventFact, ...]:
    units = [unit for unit_id in own if (unit := facts.unit(unit_id))]
    left = [unit.changed_at for unit in units if unit.state in LEFT and unit.changed_at]
    left += [until for ward, until in facts.chain.former_wards().items() if ward in own]
    if facts.ward_id in own or not left or any(unit.is_active for unit in units):
        return facts.events
    until = max(left)
    return tuple(
        event
        for event in facts.events
        if event.recorded_at <= until
        or (event.name in STILL_TOLD and is_party(event.unit_id, event.data, own))
    )


def without_inner_matters(viewer: Actor, facts: CaseFacts) -> CaseFacts:
    """Return the facts without what stays inside another organisation.

    Where another unit has taken the case on, the function stands instead of the name: it is the function that
    answers the telephone. What was written to a unit when the case was forwarded is for the two of them.
    """
    own = {str(unit_id) for unit_id in viewer.unit_ids}
    if not any(event.name in INNER for event in facts.events):
        return facts
    claims = [
        claim if claim.unit_id in own else replace(claim, name=claim.function, user_id="")
        for claim in facts.claims
    ]
    events = [_told(event, own) if event.name in INNER else event for event in facts.events]
    return replace(facts, claims=tuple(claims), events=tuple(events))


def _told(event: EventFact, own: set[str]) -> EventFact:
    if own & {event.data["unit_id"], event.data.get("old_unit_id")}:
        return event
    if event.name == "case_forwarded":
        return replace(event, data={**event.data, "note": ""})
    return replace(event, actor_name=event.data["function"], data={**event.data, "user_id": ""})
