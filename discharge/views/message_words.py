"""*Meddelanden*: what was sent, to whom, and who has read it. Own unread ones come first, with their button."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from django.urls import reverse

from discharge.events import EVENTS
from discharge.queries.case_page import CasePage
from discharge.rules.facts import Delivery, EventFact
from discharge.rules.facts_of_messages import GENERAL
from discharge.rules.legal_ground import may_share
from discharge.rules.owed_on_messages import past_events
from discharge.rules.replaced_notices import replaced_notices
from lus.organisations.actor import Actor
from lus.web.words import moment

from .message_acts import FROM_OTHERS, FROM_WARD
from .receipt_words import receiver_words
from .thread_words import threads, unread_information

Words = dict[str, Any]
GROUNDS = (
    ("record_information_consent", "Dokumentera samtycke"),
    ("record_harm_test", "Dokumentera menprövning"),
)


def messages_section(page: CasePage, viewer: Actor, acts: Collection[str], at: datetime) -> Words:
    """Return the section: unread notices first, then the threads, then all notices newest first with receipts."""
    by_event: dict[str, list[Delivery]] = {}
    for item in page.facts.deliveries:
        if item.kind not in GENERAL:
            by_event.setdefault(item.event_id, []).append(item)
    sent = [event for event in reversed(page.facts.events) if event.event_id in by_event]
    case_id = page.case.pk
    return {
        "unread": [
            _unread(page, event, at)
            for event in sent
            if _waits(_asked(page, by_event[event.event_id]), viewer)
        ],
        "rows": [_row(page, event, by_event[event.event_id], at) for event in sent],
        "note_url": reverse("journal_note", args=[case_id]),
        "threads": threads(page, viewer, acts, at),
        "in_bulk": unread_information(page, viewer),
        "in_bulk_url": reverse("acknowledge_information", args=[case_id]),
        "write_url": reverse("send_message", args=[case_id]) if "send_message" in acts else "",
        "ground": _ground(page, viewer, acts, at),
    }


def unread_count(page: CasePage, viewer: Actor) -> int:
    """Return how many messages the viewer's own unit has not acknowledged, and that still ask for it."""
    past = past_events(page.facts)
    return sum(
        _waits([item], viewer) for item in _asked(page, page.facts.deliveries) if item.event_id not in past
    )


def _asked(page: CasePage, deliveries: Sequence[Delivery]) -> list[Delivery]:
    """Those that no later notice has taken the place of."""
    replaced = replaced_notices(page.facts)
    return [item for item in deliveries if (item.event_id, item.unit_id) not in replaced]


def _ground(page: CasePage, viewer: Actor, acts: Collection[str], at: datetime) -> Words:
    """What is lacking before anybody may write about the patient, and where to record it; empty when nothing is."""
    if may_share(page.facts, at) or "send_message" not in acts:
        return {}
    from_ward = page.facts.ward_id == str(viewer.unit_id)
    return {
        "text": FROM_WARD if from_ward else FROM_OTHERS,
        "links": [
            {"label": label, "url": reverse(act, args=[page.case.pk])}
            for act, label in GROUNDS
            if act in acts
        ],
    }


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
        "receivers": [receiver_words(page, item, at) for item in deliveries],
    }
