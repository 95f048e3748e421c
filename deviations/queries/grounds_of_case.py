"""Underlagen i ett ärende, ur det som är känt av alla i det: nothing that is blocked, nothing outside the act."""

from deviations.rules.candidates.find_grounds import find_grounds
from deviations.rules.candidates.ground import Ground, Known
from deviations.rules.candidates.unread_message import reads_in_open_hours
from discharge.queries.blocked import shared
from discharge.queries.checklists import checklist_of
from discharge.rules.facts import CaseFacts
from lus.opening_hours import Hours
from lus.organisations.queries import opening_hours_of


def grounds_of(whole: CaseFacts) -> list[tuple[str, Ground]]:
    """Return ``(detector, ground)``, with what is ahead of now as well. At most one statement."""
    facts = shared(whole)
    readers = reads_in_open_hours(facts)
    hours = opening_hours_of(readers) if readers else {}
    return grounds_with(facts, hours)


def grounds_with(facts: CaseFacts, hours: dict[str, Hours]) -> list[tuple[str, Ground]]:
    """Return the same when the opening hours are known. No statement."""
    return list(find_grounds(facts, Known(hours, checklist_of(facts.home.checklist))))
