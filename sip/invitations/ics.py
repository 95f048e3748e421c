"""Kalenderfil (RFC 5545): one meeting for one recipient, and nothing about whom it concerns."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote, urlsplit
from uuid import UUID

from icalendar import Calendar, Event, vCalAddress, vUri

from lus.swedish_time import local_time, whole_second
from sip.rules.invitation import SUMMARY, Meeting, Method, Posting, Status, location

from .time_zone import swedish_time_zone

FILE_NAME = "mote.ics"
PRODUCT = "-//LUS//1//SV"
INVITED = "Du är kallad till ett möte."
CANCELLED = "Mötet är inställt."
REMOVED = "Du är inte längre kallad till mötet."
READ_MORE = "Läs och svara via länken, med inloggning eller kod. Svar på mejl läses inte."
_MAILBOX = re.compile(r"[^\s@,;:<>()\"\\]+@[^\s@,;:<>()\"\\]+")
_ADDRESS = re.compile(r"https?://[^\s\x00-\x1f\x7f]+")


@dataclass(frozen=True, slots=True)
class Invitation:
    """One file. ``uid``: from ``uid_of``, the same for a meeting's whole life. ``dtstamp``: aware, when it is made.

    ``organizer_mailbox``: the summoning unit's function mailbox, without its name, which may tell what kind of care
    it gives. Raises ValueError for a mailbox or an address that could carry more than itself.
    """

    uid: str
    meeting: Meeting
    posting: Posting
    organizer_mailbox: str
    dtstamp: datetime

    def __post_init__(self) -> None:
        for mailbox in (self.organizer_mailbox, self.posting.mailbox):
            if not _MAILBOX.fullmatch(mailbox):
                raise ValueError("not a mailbox")
        for address in (self.meeting.link, self.meeting.video_url):
            if address is not None and not _ADDRESS.fullmatch(address):
                raise ValueError("not an address of a page")


def uid_of(meeting_uid: UUID, public_url: str) -> str:
    """Return the UID: the meeting's random id at the deployment's host. ``meeting_uid``: drawn for this only."""
    return f"{meeting_uid}@{urlsplit(public_url).hostname}"


def sentence(posting: Posting) -> str:
    """Return what the file and the mail say first."""
    if posting.method is Method.REQUEST:
        return INVITED
    return CANCELLED if posting.status is Status.CANCELLED else REMOVED


def words(invitation: Invitation) -> str:
    """Return the whole text, of fixed sentences and addresses: the file's description and the mail's body."""
    link, video = invitation.meeting.link, invitation.meeting.video_url
    is_invited = invitation.posting.method is Method.REQUEST
    lines = [sentence(invitation.posting), READ_MORE, link]
    return "\n".join(lines + ([f"Videomöte: {video}"] if video and is_invited else []))


def invitation_file(invitation: Invitation) -> bytes:
    """Return the file in UTF-8: CRLF, lines of at most 75 octets."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", invitation.posting.method.value)
    calendar.add_component(swedish_time_zone())
    calendar.add_component(_event(invitation))
    return calendar.to_ical()


def _event(invitation: Invitation) -> Event:
    meeting, posting = invitation.meeting, invitation.posting
    event = Event()
    event.add("uid", invitation.uid)
    event.add("sequence", posting.sequence)
    event.add("dtstamp", whole_second(invitation.dtstamp))
    event.add("dtstart", _clock(meeting.starts_at))
    event.add("dtend", _clock(meeting.ends_at))
    event.add("summary", SUMMARY)
    event.add("location", location(meeting.place_kind, meeting.public_address))
    event.add("description", words(invitation))
    event.add("url", vUri(meeting.link))
    event.add("organizer", vCalAddress(_mailto(invitation.organizer_mailbox)))
    attendee = vCalAddress(_mailto(posting.mailbox))
    attendee.params["RSVP"] = "FALSE"
    event.add("attendee", attendee)
    event.add("class", "PRIVATE")
    event.add("transp", "OPAQUE")
    if posting.status:
        event.add("status", posting.status.value)
    return event


def _clock(instant: datetime) -> datetime:
    """Return Swedish time; UTC in the autumn hour's second pass, which a local time in a file cannot name."""
    local = local_time(instant)
    return local.astimezone(UTC) if local.fold else local


def _mailto(mailbox: str) -> str:
    return "mailto:" + quote(mailbox, safe="@!#$&'*+/=?^_`{|}~.-")
