"""Anslut: when the way into a digital meeting is open (the handbook's SIP page, 7; assumption, intern rutin)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, Literal

from .facts_of_meeting import SipMeeting

OPENS_BEFORE: Final = timedelta(minutes=15)
CLOSES_AFTER: Final = timedelta(minutes=60)

Door = Literal["none", "early", "open", "over"]


def door(video_url: str, starts_at: datetime | None, ends_at: datetime | None, at: datetime) -> Door:
    """Return where the way in stands at ``at``: ``none`` for a meeting without link or time. The ends are open."""
    if not video_url or starts_at is None or ends_at is None:
        return "none"
    if at < opens_at(starts_at):
        return "early"
    return "open" if at <= ends_at + CLOSES_AFTER else "over"


def opens_at(starts_at: datetime) -> datetime:
    """Return the first instant when one can join."""
    return starts_at - OPENS_BEFORE


def door_of(meeting: SipMeeting, at: datetime) -> Door:
    """Return the same of a meeting."""
    return door(meeting.video_url, meeting.starts_at, meeting.ends_at, at)
