"""Meddelanden och rättsligt stöd as facts: what the units have written to each other, and what lets them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

# The events that are general messages: their receipts are asked for by the sender, not by the law.
GENERAL: Final = frozenset({"message_sent", "message_withdrawn", "event_corrected"})
# What else belongs to one message, and is read by those who have it.
FILES: Final = frozenset({"attachment_added", "attachment_rejected"})
# Outcomes of a harm test that let information be shared.
OPENING: Final = frozenset({"no_harm", "provision"})

Answer = Literal["given", "refused", "withdrawn", "unknown"]


@dataclass(frozen=True)
class Correction:
    """One correction of a message: its event, the text before and after, and why."""

    event_id: str
    at: datetime
    old: str
    new: str
    reason: str


@dataclass(frozen=True)
class AttachmentFact:
    """A file at a message. ``kind`` is its media type; ``number`` counts the case's attachments from 1."""

    event_id: str
    number: int
    title: str
    kind: str
    size: int
    sha256: str
    added_at: datetime


@dataclass(frozen=True)
class Message:
    """One general message. ``text`` is what is so now, after corrections; ``recipients``: unit ids, as sent.

    ``thread``: the event id of the message that began it (its own, when it did).
    """

    event_id: str
    thread: str
    category: str
    text: str
    unit_id: str
    unit_name: str
    sent_at: datetime
    recipients: tuple[str, ...]
    ack_wanted: bool
    reply_to: str | None = None
    withdrawn_at: datetime | None = None
    withdrawn_event: str = ""
    withdrawn_reason: str = ""
    corrections: tuple[Correction, ...] = ()
    attachments: tuple[AttachmentFact, ...] = ()

    @property
    def events(self) -> frozenset[str]:
        """The events that its readers may have to acknowledge."""
        found = {self.event_id, self.withdrawn_event, *(one.event_id for one in self.corrections)}
        return frozenset(found - {""})


@dataclass(frozen=True)
class Sharing:
    """Samtycke till informationsöverföring and menprövning: the last word of each, and when."""

    consent: Answer = "unknown"
    consent_at: datetime | None = None
    harm_test: str = ""
    harm_test_at: datetime | None = None


NOT_ASKED: Final = Sharing()
