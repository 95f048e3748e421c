"""*Meddelanden*: what was sent, to whom, and who has read it. Own unread ones come first, with their button."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.urls import reverse

from discharge.events import EVENTS
from discharge.queries.case_page import CasePage
from discharge.rules.facts import Delivery, EventFact
from lus.organisations.actor import Actor
from lus.web.words import age, moment

Words = dict[str, Any]


def messages_section(page: CasePage, viewer: Actor, at: datetime) -> Words:
    """Return ``{unread, rows}``: the viewer's unread messages, and all messages newest first with receipts."""
    by_event: dict[str, list[Delivery]] = {}
    for item in page.facts.deliveries:
        by_event.setdefault(item.event_id, []).append(item)
    sent = [event for event in reversed(page.facts.events) if event.event_id in by_event]
    return {
        "unread": [_unread(page, event, at) for event in sent if _waits(by_event[event.event_id], viewer)],
        "rows": [_row(page, event, by_event[event.event_id], at) for event in sent],
    }


def unread_count(page: CasePage, viewer: Actor) -> int:
    """Return how many messages the viewer's own unit has not acknowledged."""
    return sum(_waits([item], viewer) for item in page.facts.deliveries)


def _waits(deliveries: Sequence[Delivery], viewer: Actor) -> bool:
    return any(item.unit_id == str(viewer.unit_id) and item.acknowledged_at is None for item in deliveries)


def _unread(page: CasePage, event: EventFact, at: datetime) -> Words:
    case_id = page.case.pk
    back = f"{reverse('case', args=[case_id])}%3Fsection=messages"
    return {
        "what": EVENTS[event.name].label,
        "when": moment(event.recorded_at, at),
        "who": event.unit_name,
        "url": f"{reverse('acknowledge', args=[case_id, event.event_id])}?next={back}",
    }


def _row(page: CasePage, event: EventFact, deliveries: Sequence[Delivery], at: datetime) -> Words:
    return {
        "icon": "meddelande",
        "what": EVENTS[event.name].label,
        "when": moment(event.recorded_at, at),
        "iso": event.recorded_at.isoformat(),
        "sender": event.unit_name,
        "receivers": [_receiver(page, item, at) for item in deliveries],
    }


def _receiver(page: CasePage, item: Delivery, at: datetime) -> Words:
    unit = page.units.get(item.unit_id)
    name = unit.name if unit else "en enhet"
    if item.acknowledged_at:
        by = f" av {item.acknowledged_by}" if item.acknowledged_by else ""
        return {"name": name, "word": f"kvitterad {moment(item.acknowledged_at, at)}{by}", "state": "kvitt"}
    concerned = page.facts.unit(item.unit_id)
    if concerned and concerned.state == "wrong_recipient":
        return {"name": name, "word": "fel mottagare", "state": "fel"}
    return {"name": name, "word": f"ej kvitterad, {age(item.delivered_at, at)}", "state": "ny"}
