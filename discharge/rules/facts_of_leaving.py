"""Vad som är känt om utskrivningen: the handover's parts, the patient's own information, the call afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class HandoverPart:
    """One part. ``version`` 0 = never added; ``where``: a key of ``CHANNELS``.

    ``text``: a reference, or the part itself.
    ``sent_*``: as the receivers last got it. ``not_needed_at``: set until the part is added after all.
    """

    key: str
    version: int = 0
    added_at: datetime | None = None
    where: str = ""
    text: str = ""
    sent_version: int = 0
    sent_at: datetime | None = None
    sent_where: str = ""
    sent_text: str = ""
    not_needed_at: datetime | None = None
    reason: str = ""


@dataclass(frozen=True)
class FollowUpCall:
    """Uppföljningssamtalet. ``attempts``: (when, result), oldest first; ``done_at``: when somebody was reached."""

    unit_id: str
    planned_at: datetime
    attempts: tuple[tuple[datetime, str], ...] = ()
    done_at: datetime | None = None
    result: str = ""
    note: str = ""
    waived_at: datetime | None = None
    waived_because: str = ""


@dataclass(frozen=True)
class Summary:
    """One version of what the ward has written to the patient; ``guardians``: to those of a child."""

    version: int
    written_at: datetime
    done: str
    medicines: str
    watch_for: str
    guardians: str = ""


@dataclass(frozen=True)
class Given:
    """That the patient was given a version (0 = nothing on paper). Keys as in ``rules/patient_summary``."""

    at: datetime
    version: int
    form: str
    language: str
    to: str
    given_by: str


@dataclass(frozen=True)
class Leaving:
    """``first_sent_at``: the first handover, whole or not; ``last_sent_at``: the newest one, by the server's clock.

    ``old_handover``: sent before versions of parts were kept. ``receipts``: (unit id, when it last confirmed).
    ``summaries`` and ``given``: oldest first.
    """

    parts: tuple[HandoverPart, ...] = ()
    first_sent_at: datetime | None = None
    last_sent_at: datetime | None = None
    old_handover: bool = False
    receipts: tuple[tuple[str, datetime], ...] = ()
    call: FollowUpCall | None = None
    summaries: tuple[Summary, ...] = ()
    given: tuple[Given, ...] = ()

    def part(self, key: str) -> HandoverPart:
        """Return the part as it stands; one that nobody has touched has version 0."""
        return next((part for part in self.parts if part.key == key), HandoverPart(key))

    def received_at(self, unit_id: str) -> datetime | None:
        """Return when the unit last confirmed that it has the handover."""
        return dict(self.receipts).get(unit_id)

    def owes_receipt(self, unit_id: str) -> bool:
        """Whether something was sent after the unit's last confirmation."""
        received = self.received_at(unit_id)
        return self.last_sent_at is not None and (received is None or received < self.last_sent_at)


NOTHING_LEFT = Leaving()
