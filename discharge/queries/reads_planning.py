"""Läsare av underlaget: whose units read the answer to a field; everybody else sees only that it is answered."""

from discharge.rules.facts import CaseFacts, EventFact
from discharge.rules.planning_basis import asked_field, readers_of
from lus.organisations.actor import Actor


def reads_field(viewer: Actor, facts: CaseFacts, key: str) -> bool:
    """Return whether a unit of the viewer's is among the field's readers, owns it, or has answered it."""
    own = {str(unit_id) for unit_id in viewer.unit_ids}
    roles = {unit.role for unit in facts.units if unit.unit_id in own}
    roles |= {"ward"} if facts.ward_id in own else set()
    asked, answer = asked_field(facts, key), facts.planning.answers.get(key)
    owners = {asked.unit_id if asked else "", answer.unit_id if answer else ""}
    return bool(roles & readers_of(key) or own & owners)


def reads_event(viewer: Actor, facts: CaseFacts, event: EventFact) -> bool:
    """Return whether the viewer may read what ``event`` holds: only answers of the planning basis are closed."""
    if event.name != "planning_field_answered":
        return True
    return reads_field(viewer, facts, event.data["field"])
