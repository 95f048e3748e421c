"""Meddelandena: what each event of a general message, or of a legal ground, does to the facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from .case_draft import Draft
from .consent_standing import Said
from .facts import EventFact
from .facts_of_messages import Answer, AttachmentFact, Correction, Message, Sharing
from .fold_consents import harm_test_judged


def message_sent(case: Draft, event: EventFact) -> None:
    data = event.data
    message = Message(
        event_id=event.event_id,
        thread=data.get("thread") or event.event_id,
        category=data["category"],
        text=data["text"],
        unit_id=event.unit_id or "",
        unit_name=event.unit_name,
        sent_at=event.happened_at,
        recipients=tuple(data["recipients"]),
        ack_wanted=bool(data["ack_wanted"]),
        reply_to=data.get("reply_to"),
    )
    case.known["messages"] = (*_messages(case), message)


def message_withdrawn(case: Draft, event: EventFact) -> None:
    _change(
        case,
        event,
        withdrawn_at=event.happened_at,
        withdrawn_event=event.event_id,
        withdrawn_reason=event.data["reason"],
    )


def event_corrected(case: Draft, event: EventFact) -> None:
    for message in _messages(case):
        if message.event_id == event.data["event_id"]:
            old, new = event.data["old"].get("text", ""), event.data["new"].get("text", "")
            made = Correction(event.event_id, event.happened_at, old, new, event.data["reason"])
            _change(case, event, text=new, corrections=(*message.corrections, made))


def attachment_added(case: Draft, event: EventFact) -> None:
    number = 1 + sum(len(message.attachments) for message in _messages(case))
    data = event.data
    made = AttachmentFact(
        event.event_id,
        number,
        data["title"],
        data["kind"],
        data["size"],
        data["sha256"],
        event.happened_at,
    )
    for message in _messages(case):
        if message.event_id == data["event_id"]:
            _change(case, event, attachments=(*message.attachments, made))


def harm_test_recorded(case: Draft, event: EventFact) -> None:
    sharing: Sharing = case.known.get("sharing", Sharing())
    case.known["sharing"] = replace(sharing, harm_test=event.data["outcome"], harm_test_at=event.happened_at)
    harm_test_judged(case, event)


def information_consent(case: Draft, said: Said, at: datetime) -> None:
    """Note how the consent to information stands: see ``said_of``. Guardians who do not agree have refused."""
    sharing: Sharing = case.known.get("sharing", Sharing())
    answer: Answer = "refused" if said == "split" else said
    case.known["sharing"] = replace(sharing, consent=answer, consent_at=at)


def _messages(case: Draft) -> tuple[Message, ...]:
    found: tuple[Message, ...] = case.known.get("messages", ())
    return found


def _change(case: Draft, event: EventFact, **values: Any) -> None:
    case.known["messages"] = tuple(
        replace(message, **values) if message.event_id == event.data["event_id"] else message
        for message in _messages(case)
    )


HANDLERS: Final[dict[str, Callable[[Draft, EventFact], None]]] = {
    "message_sent": message_sent,
    "message_withdrawn": message_withdrawn,
    "attachment_added": attachment_added,
    "harm_test_recorded": harm_test_recorded,
}
