"""*Meddelanden* in threads: what was written about what, by whom, who has read it, and what one can do with it."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from django.urls import reverse

from discharge.queries.case_page import CasePage
from discharge.rules.attachment_type import ENDINGS
from discharge.rules.facts import Delivery
from discharge.rules.facts_of_messages import AttachmentFact, Message
from discharge.rules.message_categories import CATEGORIES, IN_BULK
from discharge.rules.owed_on_messages import is_past
from lus.organisations.actor import Actor
from lus.web.words import moment

from .receipt_words import receiver_words
from .text_difference import difference

Words = dict[str, Any]


def threads(page: CasePage, viewer: Actor, acts: Collection[str], at: datetime) -> list[Words]:
    """Return the threads that the viewer's units have part in, the one with the newest message first."""
    by_thread: dict[str, list[Message]] = {}
    for message in page.facts.messages:
        by_thread.setdefault(message.thread, []).append(message)
    newest_first = sorted(by_thread.values(), key=lambda found: found[-1].sent_at, reverse=True)
    return [_thread(page, found, viewer, acts, at) for found in newest_first]


def unread_information(page: CasePage, viewer: Actor) -> int:
    """Return how many messages the own unit may acknowledge in one press."""
    plain = {one.event_id for one in page.facts.messages if one.category in IN_BULK and not one.withdrawn_at}
    return sum(item.event_id in plain for item in _unread(page, viewer))


def _thread(
    page: CasePage, found: list[Message], viewer: Actor, acts: Collection[str], at: datetime
) -> Words:
    first = found[0]
    return {
        "id": f"thread-{first.event_id}",
        "heading": CATEGORIES.get(first.category, first.category),
        "with": f"{first.unit_name} till {_names(page, first.recipients)}",
        "messages": [_message(page, message, first, viewer, acts, at) for message in found],
    }


def _message(
    page: CasePage, message: Message, first: Message, viewer: Actor, acts: Collection[str], at: datetime
) -> Words:
    unread = {item.event_id for item in _unread(page, viewer)}
    case_id, mine = page.case.pk, message.unit_id == str(viewer.unit_id)
    return {
        "id": message.event_id,
        "sender": message.unit_name,
        "when": moment(message.sent_at, at),
        "iso": message.sent_at.isoformat(),
        "to": _names(page, message.recipients),
        "about": "" if message.category == first.category else CATEGORIES.get(message.category, ""),
        "text": message.text,
        "withdrawn": _withdrawn(message, at),
        "corrections": [
            {"when": moment(one.at, at), "reason": one.reason, "parts": difference(one.old, one.new)}
            for one in message.corrections
        ],
        "files": [_file(page, one) for one in message.attachments],
        "receipts": list(_receipts(page, message, at)),
        "to_read": [
            {"label": label, "url": _acknowledge_url(page, event_id)}
            for event_id, label in _events(message)
            if event_id in unread and not is_past(message, event_id)
        ],
        "note_url": f"{reverse('journal_note', args=[case_id])}?message={message.event_id}",
        "links": _links(case_id, message, mine, acts),
        "is_new": bool(unread & message.events),
    }


def _withdrawn(message: Message, at: datetime) -> str:
    if message.withdrawn_at is None:
        return ""
    return f"Återkallat {moment(message.withdrawn_at, at)}: {message.withdrawn_reason.rstrip('.')}."


def _events(message: Message) -> list[tuple[str, str]]:
    """The events of the message that somebody may have to acknowledge, and what the button says."""
    return [
        (message.event_id, "Kvittera"),
        *((one.event_id, "Kvittera rättelsen") for one in message.corrections),
        (message.withdrawn_event, "Kvittera återkallelsen"),
    ]


def _receipts(page: CasePage, message: Message, at: datetime) -> Iterable[Words]:
    labels = {one.event_id: f"Rättelsen {moment(one.at, at)}" for one in message.corrections}
    labels |= {message.event_id: "", message.withdrawn_event: "Återkallelsen"}
    for event_id, _ in _events(message):
        found = [item for item in page.facts.deliveries if item.event_id == event_id]
        if found and not is_past(message, event_id):
            rows = [receiver_words(page, item, at) for item in found]
            yield {"label": labels[event_id], "receivers": rows}


def _links(case_id: Any, message: Message, mine: bool, acts: Collection[str]) -> list[Words]:
    """What one can do with the message: only acts that the case allows now."""
    own = (
        ("correct_message", "message_id", "Rätta"),
        ("withdraw_message", "message_id", "Återkalla"),
        ("add_attachment", "message_id", "Bifoga fil"),
    )
    wanted = [("send_message", "reply_to", "Svara")]
    if mine:
        wanted += own if message.withdrawn_at is None else ()
    return [
        {"label": label, "url": f"{reverse(act, args=[case_id])}?{field}={message.event_id}"}
        for act, field, label in wanted
        if act in acts
    ]


def _file(page: CasePage, one: AttachmentFact) -> Words:
    kind = ENDINGS[one.kind][0].upper()
    size = f"{max(1, one.size // 1000)} kB"
    return {
        "title": one.title,
        "note": f"{kind}, {size}",
        "url": reverse("attachment", args=[page.case.pk, one.event_id]),
    }


def _acknowledge_url(page: CasePage, event_id: str) -> str:
    case_id = page.case.pk
    back = f"{reverse('case', args=[case_id])}%3Fsection=messages"
    return f"{reverse('acknowledge', args=[case_id, event_id])}?next={back}"


def _names(page: CasePage, unit_ids: Iterable[str]) -> str:
    return ", ".join(page.units[unit_id].name for unit_id in unit_ids if unit_id in page.units)


def _unread(page: CasePage, viewer: Actor) -> list[Delivery]:
    own = str(viewer.unit_id)
    return [item for item in page.facts.deliveries if item.unit_id == own and item.acknowledged_at is None]
