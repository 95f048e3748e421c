"""Kalenderinbjudan: who gets which calendar file when a meeting changes, and by which number (RFC 5545, 5546).

A file goes to an ordinary mailbox, outside the product. It therefore says when and where and nothing else: ``Möte``,
a time, a public place and a link that asks for sign-in or a code. Replies by mail are not read.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

SUMMARY: Final = "Möte"
SEE_SUMMONS: Final = "Se kallelsen"
CODE_LIVES_AFTER: Final = timedelta(hours=24)  # assumption, the handbook's SIP page, 6


class PlaceKind(StrEnum):
    """Where a meeting is held; the first is somebody's home."""

    HOME = "home"
    WARD = "ward"
    HEALTH_CENTRE = "health_centre"
    MUNICIPALITY = "municipality"
    DIGITAL = "digital"
    PHONE = "phone"


class Method(StrEnum):
    """What a file asks the calendar to do."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


class Status(StrEnum):
    """Whether the meeting takes place. None in a file to somebody who was removed from one that does (RFC 5546)."""

    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True)
class Meeting:
    """What a recipient's calendar shows. ``starts_at``: aware. ``public_address``: a unit's own, never free text.

    ``link``: opaque, asks for sign-in or a code. ``video_url``: only where the policy lets it into the file.
    """

    starts_at: datetime
    duration_min: int
    place_kind: PlaceKind
    public_address: str
    link: str
    video_url: str | None = None
    is_cancelled: bool = False

    @property
    def ends_at(self) -> datetime:
        """The instant when the meeting ends: elapsed minutes, whatever the clocks do that night."""
        return self.starts_at + timedelta(minutes=self.duration_min)


@dataclass(frozen=True, slots=True)
class Sent:
    """What has been sent of a meeting: the newest number, what it said, and who has it in the calendar."""

    sequence: int
    meeting: Meeting
    mailboxes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Posting:
    """One file to one mailbox; nobody sees another's address."""

    mailbox: str
    method: Method
    status: Status | None
    sequence: int


def location(kind: PlaceKind, public_address: str) -> str:
    """Plats: what the file says of it. A home address is patient data and is never told."""
    if kind is PlaceKind.DIGITAL:
        return "Digitalt"
    if kind is PlaceKind.PHONE:
        return "Telefon"
    known = " ".join(public_address.split()) if kind is not PlaceKind.HOME else ""
    return known or SEE_SUMMONS


def next_sequence(before: Sent | None, meeting: Meeting, *, is_somebody_removed: bool) -> int:
    """Ändringsnummer: 0 first, one more when what the calendar shows changes or somebody is removed, else the same.

    A person's or a unit's answer, an edit of the plan and a new participant change nothing that the others see.
    """
    if before is None:
        return 0
    return before.sequence + (meeting != before.meeting or is_somebody_removed)


def mailboxes_to_invite(mailboxes: frozenset[str], *, is_protected: bool) -> frozenset[str]:
    """Skyddade personuppgifter: nobody gets a file; units are told in the product."""
    return frozenset() if is_protected else mailboxes


def postings(
    before: Sent | None, meeting: Meeting, mailboxes: frozenset[str]
) -> tuple[Sent, tuple[Posting, ...]]:
    """Utskick: ``(what has been sent then, files to send now)`` when ``mailboxes`` shall have ``meeting``.

    Sorted by mailbox. Nothing to send when nothing has changed. Raises ValueError for a meeting that is cancelled
    before anybody was told, or takes place again: that is another meeting, with a UID of its own.
    """
    had = before.mailboxes if before else frozenset()
    _refuse_resurrection(before, meeting)
    wanted = frozenset() if meeting.is_cancelled else mailboxes
    removed = had - wanted
    sequence = next_sequence(before, meeting, is_somebody_removed=bool(removed))
    is_changed = before is None or meeting != before.meeting
    told = wanted if is_changed else wanted - had
    gone = Status.CANCELLED if meeting.is_cancelled else None
    files = [Posting(mailbox, Method.CANCEL, gone, sequence) for mailbox in removed]
    files += [Posting(mailbox, Method.REQUEST, Status.CONFIRMED, sequence) for mailbox in told]
    return Sent(sequence, meeting, wanted), tuple(sorted(files, key=lambda file: file.mailbox))


def again(sent: Sent, mailbox: str) -> Posting:
    """Skicka igen: the same file by the same number. Raises KeyError for somebody who has none."""
    if mailbox not in sent.mailboxes:
        raise KeyError(mailbox)
    return Posting(mailbox, Method.REQUEST, Status.CONFIRMED, sent.sequence)


def code_ends_at(meeting: Meeting) -> datetime:
    """Engångskodens slut: a participant's code holds until a day after the meeting has ended."""
    return meeting.ends_at + CODE_LIVES_AFTER


def _refuse_resurrection(before: Sent | None, meeting: Meeting) -> None:
    was_cancelled = before is not None and before.meeting.is_cancelled
    if (before is None and meeting.is_cancelled) or (was_cancelled and not meeting.is_cancelled):
        raise ValueError("a cancelled meeting is not sent anew: make another meeting")
