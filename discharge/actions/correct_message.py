"""Rätta meddelande: an event of its own that points at the original and asks only those who had it again."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_messages import Message
from discharge.rules.legal_ground import free_text_refusal
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput, StalePage

from .asked_again import asked_again_of_message
from .case_act import begin, refuse
from .free_text import tidy_text
from .message_text import tidy_message
from .own_message import sent_by_own, who_had_it


@transaction.atomic
def correct_message(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    message_id: UUID,
    text: str,
    reason: str,
    seen_version: int | None = None,
) -> CaseFacts:
    """Replace the text of the own unit's message; the old one is kept. ``reason``: at most 300 characters."""
    act = begin(
        "correct_message",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.WRITE_MESSAGES,
        seen_version=seen_version,
    )
    message = sent_by_own(act.facts, actor, message_id)
    _refuse_stale(act.facts, message, seen_version)
    said = tidy_message(text)
    if said == message.text:
        raise InvalidInput("Texten är densamma som förut.", "Ändra texten, eller avbryt.", field="text")
    told = who_had_it(act.facts, message)
    why_not = free_text_refusal(act.facts, message.unit_id, message.category, message.recipients, at)
    refuse(why_not, field="text")
    data = {
        "event_id": message.event_id,
        "event_name": "message_sent",
        "old": {"text": message.text},
        "new": {"text": said},
        "reason": tidy_text(reason, "reason", required=True),
        "recipients": told,
    }
    corrected = New("event_corrected", data, corrects=UUID(message.event_id))
    return act.record(corrected, *asked_again_of_message(act.facts, told, message, said))


def _refuse_stale(facts: CaseFacts, message: Message, seen_version: int | None) -> None:
    """Refuse when a colleague has corrected the same message since the page was shown."""
    made = {one.event_id for one in message.corrections}
    newer = [
        event for event in facts.events if event.event_id in made and event.seq > (seen_version or event.seq)
    ]
    if newer:
        raise StalePage(
            "En kollega har rättat meddelandet medan sidan var öppen. Inget av det ni skrev har skickats.",
            "Läs rättelsen och rätta igen om det behövs.",
            event_id=newer[-1].event_id,
        )
