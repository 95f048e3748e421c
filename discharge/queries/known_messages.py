"""Vem får läsa meddelandet?, a general message is read by the unit that sent it and those that it was sent to.

A unit that comes into the case later does not see what was written before, until somebody sends it to it.
"""

from collections.abc import Collection, Iterable, Mapping

from discharge.rules.corrected import is_of_fact
from discharge.rules.facts import EventFact
from discharge.rules.facts_of_messages import FILES, GENERAL
from discharge.rules.owed_on_messages import DUTIES

Units = Collection[str]
MESSAGE_EVENTS = GENERAL | FILES
ABOUT_A_MESSAGE = frozenset({"message_acknowledged", "acknowledgement_requested_again", "message_delivered"})


def hidden_events(events: Iterable[EventFact], units: Units) -> frozenset[str]:
    """Return the ids of the events that none of ``units`` may know of."""
    hidden: set[str] = set()
    for event in events:
        if _is_hidden(event, units, hidden):
            hidden.add(event.event_id)
    return frozenset(hidden)


def _is_hidden(event: EventFact, units: Units, hidden: Collection[str]) -> bool:
    if event.name in ABOUT_A_MESSAGE:
        return event.data.get("event_id") in hidden
    if event.name == "deadline_passed":
        # The event does not say which message: only who should have read it may see that nobody did in time.
        return event.data.get("code") in DUTIES and event.data.get("unit_id") not in units
    if is_of_fact(event):
        return False  # a fact of the case, which all its units know
    return event.name in MESSAGE_EVENTS and not is_party(event.unit_id, event.data, units)


def is_party(sender: str | None, data: Mapping[str, object], units: Units) -> bool:
    """Whether one of ``units`` sent the message, or was among its recipients."""
    recipients = data.get("recipients")
    return sender in units or bool(isinstance(recipients, list) and set(recipients) & set(units))
