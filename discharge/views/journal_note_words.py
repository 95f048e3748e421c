"""The note for the journal: plain lines, whole dates, roles and units; no name and no number of the patient."""

from collections.abc import Iterable
from datetime import datetime

from discharge.events import EVENTS
from discharge.queries import ward_only
from discharge.queries.case_page import CasePage
from discharge.queries.ward_only import reads_more
from discharge.rules.facts import Delivery, EventFact
from discharge.rules.facts_of_messages import Message
from discharge.rules.message_categories import CATEGORIES
from lus.organisations.actor import Actor
from lus.organisations.roles import ROLE_LABELS
from lus.swedish_time import local_time

from .timeline_notes import changed, note
from .timeline_words import SILENT


def message_note(page: CasePage, message: Message, at: datetime) -> str:
    """Return one message with its receipts, corrections and withdrawal."""
    lines = [
        _head(page, at),
        f"Meddelande {when(message.sent_at)} från {message.unit_name} till {_names(page, message.recipients)}",
        f"Gäller: {CATEGORIES.get(message.category, message.category)}",
        "",
        message.text,
        "",
        *(f"Rättat {when(one.at)}: {one.reason}" for one in message.corrections),
        *_receipts(page, message),
    ]
    if message.withdrawn_at:
        lines.append(f"ÅTERKALLAT {when(message.withdrawn_at)}: {message.withdrawn_reason}")
    return "\n".join(lines)


def case_note(page: CasePage, viewer: Actor, at: datetime) -> str:
    """Return what has happened in the case as ``viewer`` may know it, oldest first, messages with their text."""
    silent = SILENT if reads_more(viewer, page.facts) else SILENT | ward_only.EVENTS
    texts = {message.event_id: message for message in page.facts.messages}
    lines = [_head(page, at)]
    for event in page.facts.events:
        if event.name not in silent and event.name in EVENTS:
            lines += _event(page, event, texts.get(event.event_id), at)
    return "\n".join(lines)


def when(instant: datetime) -> str:
    """``2026-03-03 10.05``: a journal is read years later."""
    return f"{local_time(instant):%Y-%m-%d %H.%M}"


def _head(page: CasePage, at: datetime) -> str:
    return f"Utskrivningsärende {page.case.reference}, {page.case.ward.name}. Utskrift {when(at)}."


def _event(page: CasePage, event: EventFact, message: Message | None, at: datetime) -> Iterable[str]:
    _, now = changed(event, at)
    what = EVENTS[event.name].label
    said = [f"{what}: {now}" if now else what, note(event, page, at)]
    sentence = ". ".join(part.rstrip(".") for part in said if part)
    yield f"{when(event.happened_at)} {event.unit_name or event.actor_name}: {sentence}."
    if message is not None:
        gone = " (återkallat)" if message.withdrawn_at else ""
        yield f"    {message.text}{gone}".replace("\n", "\n    ")


def _receipts(page: CasePage, message: Message) -> Iterable[str]:
    return [_receipt(page, item) for item in page.facts.deliveries if item.event_id == message.event_id]


def _receipt(page: CasePage, item: Delivery) -> str:
    name = _names(page, [item.unit_id])
    if item.acknowledged_at is None:
        return f"Ej kvitterat: {name}"
    role = ROLE_LABELS.get(item.acknowledged_role, "").lower()
    return f"Kvitterat {when(item.acknowledged_at)}: {', '.join(part for part in (name, role) if part)}"


def _names(page: CasePage, unit_ids: Iterable[str]) -> str:
    return ", ".join(page.units[unit_id].name for unit_id in unit_ids if unit_id in page.units)
