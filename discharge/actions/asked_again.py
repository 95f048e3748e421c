"""Ny kvittens begärd: a unit that had read is asked again because something changed; it is shown the difference."""

from collections.abc import Collection

from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_messages import Message
from discharge.rules.fold_withdrawn_notice import RESTS_ON_NOTICE
from lus.events.record import New


def asked_again_of_date(facts: CaseFacts, units: Collection[str], old: str | None, new: str) -> list[New]:
    """Return the event for those of ``units`` that had read the date (ISO) that is now another, or nothing."""
    read = {one.event_id for one in facts.deliveries if one.kind in RESTS_ON_NOTICE}
    return _asked_again(facts, units, read, facts.admission_notice_event, {"old": old, "new": new})


def asked_again_of_message(
    facts: CaseFacts, units: Collection[str], message: Message, text: str
) -> list[New]:
    """Return the event for those of ``units`` that had read ``message`` before it was corrected to ``text``."""
    return _asked_again(facts, units, message.events, message.event_id, {"old": message.text, "new": text})


def _asked_again(
    facts: CaseFacts,
    units: Collection[str],
    read: Collection[str],
    event_id: str,
    difference: dict[str, str | None],
) -> list[New]:
    """One event for all of them: who is told of the message itself is not told twice."""
    had_read = {one.unit_id for one in facts.deliveries if one.event_id in read and one.acknowledged_at}
    recipients = [unit_id for unit_id in units if unit_id in had_read]
    data = {"event_id": event_id, "recipients": recipients, "difference": difference}
    return [New("acknowledgement_requested_again", data)] if recipients else []
