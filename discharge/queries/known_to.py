"""Vad enheten får veta: all of the case, or what was known when the unit left it.

A unit that declined or was removed keeps what it had received, and sees nothing that came later.
"""

from dataclasses import replace

from discharge.rules.facts import CaseFacts, EventFact
from discharge.rules.fold import fold
from lus.organisations.actor import Actor

LEFT = ("declined", "removed")
INNER = frozenset({"case_claimed", "claim_released", "case_forwarded"})


def known_to(viewer: Actor, facts: CaseFacts) -> CaseFacts:
    """Return the facts as the viewer's units may know them. The version stays the case's own."""
    facts = without_inner_matters(viewer, facts)
    units = [unit for unit_id in viewer.unit_ids if (unit := facts.unit(str(unit_id)))]
    left = [unit.changed_at for unit in units if unit.state in LEFT and unit.changed_at]
    own = facts.ward_id in {str(unit_id) for unit_id in viewer.unit_ids}
    if own or not left or any(unit.is_active for unit in units):
        return facts
    until = max(left)
    seen = [event for event in facts.events if event.recorded_at <= until]
    return replace(fold(facts.case_id, seen), version=facts.version)


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
