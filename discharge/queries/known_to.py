"""Vad enheten får veta: all of the case, or what was known when the unit left it.

A unit that declined or was removed keeps what it had received, and sees nothing that came later.
"""

from dataclasses import replace

from discharge.rules.facts import CaseFacts
from discharge.rules.fold import fold
from lus.organisations.actor import Actor

LEFT = ("declined", "removed")


def known_to(viewer: Actor, facts: CaseFacts) -> CaseFacts:
    """Return the facts as the viewer's units may know them. The version stays the case's own."""
    units = [unit for unit_id in viewer.unit_ids if (unit := facts.unit(str(unit_id)))]
    left = [unit.changed_at for unit in units if unit.state in LEFT and unit.changed_at]
    own = facts.ward_id in {str(unit_id) for unit_id in viewer.unit_ids}
    if own or not left or any(unit.is_active for unit in units):
        return facts
    until = max(left)
    seen = [event for event in facts.events if event.recorded_at <= until]
    return replace(fold(facts.case_id, seen), version=facts.version)
