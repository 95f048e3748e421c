"""Kalenderfilerna: which files go out when a meeting is called, moved, called off, or has other participants.

What the calendars hold is read from what was sent, and compared with what they shall hold: doing it twice sends
nothing twice. The numbers rise because whoever comes here has the stream's lock.
"""

from collections.abc import Sequence
from datetime import datetime
from email.utils import parseaddr
from uuid import UUID

from django.conf import settings

from discharge.rules.callable_units import is_party
from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_meeting import SipMeeting
from lus.notifications.addresses import mailboxes_of
from sip.models import InvitationRow, Plan
from sip.rules.invitation import (
    Meeting,
    Method,
    PlaceKind,
    Posting,
    Sent,
    mailboxes_to_invite,
    postings,
)


def plan_link(plan_id: UUID) -> str:
    """Return the address that a file leads to: it asks for sign-in, and says nothing."""
    return f"{settings.PUBLIC_URL}/sip/{plan_id}/"


def post_invitations(plan_id: UUID, facts: CaseFacts, at: datetime) -> None:
    """Write the files that the newest meeting needs now. A meeting that is over, or has no time, needs none."""
    newest = facts.sip.meetings[-1] if facts.sip.meetings else None
    if newest is None or newest.state == "held" or newest.starts_at is None:
        return
    rows = list(InvitationRow.objects.filter(meeting_id=newest.uid).order_by("sequence", "method"))
    before = sent_before(rows, plan_link(plan_id))
    shown = shown_meeting(newest, plan_link(plan_id))
    if before.meeting.is_cancelled if before else shown.is_cancelled:
        return  # nobody was told, or all were told that it is off: what comes after is another meeting
    mailboxes = frozenset() if shown.is_cancelled else _wanted(plan_id, newest, facts)
    _, files = postings(before, shown, mailboxes)
    organizer = _organizer(newest) if files else ""
    InvitationRow.objects.bulk_create([_row(newest, shown, file, organizer, at) for file in files])


def shown_meeting(meeting: SipMeeting, link: str) -> Meeting:
    """Return what a calendar shows. No unit has an address of its own here, so a room is told in the summons."""
    assert meeting.starts_at is not None
    kind = PlaceKind(meeting.place_kind or PlaceKind.HOME)
    is_off = meeting.state == "cancelled"
    return Meeting(meeting.starts_at, meeting.duration_min, kind, "", link, is_cancelled=is_off)


def sent_before(rows: Sequence[InvitationRow], link: str) -> Sent | None:
    """Return what the calendars hold after ``rows``, by rising number; None when nothing was sent."""
    if not rows:
        return None
    holds: dict[str, bool] = {}
    for row in rows:
        holds[row.mailbox] = row.method == Method.REQUEST
    last = rows[-1]
    kind = PlaceKind(last.place_kind)
    shown = Meeting(
        last.starts_at, last.duration_min, kind, "", link, is_cancelled=any(row.is_cancelled for row in rows)
    )
    return Sent(last.sequence, shown, frozenset(mailbox for mailbox, has in holds.items() if has))


def _wanted(plan_id: UUID, meeting: SipMeeting, facts: CaseFacts) -> frozenset[str]:
    called = [UUID(one.unit_id) for one in meeting.called if one.unit_id and is_party(facts, one.unit_id)]
    person = Plan.objects.select_related("person").get(pk=plan_id).person
    return mailboxes_to_invite(frozenset(mailboxes_of(called).values()), is_protected=person.is_protected)


def _organizer(meeting: SipMeeting) -> str:
    own = mailboxes_of([UUID(meeting.summoned_by)]) if meeting.summoned_by else {}
    return next(iter(own.values()), parseaddr(settings.DEFAULT_FROM_EMAIL)[1])


def _row(meeting: SipMeeting, shown: Meeting, file: Posting, organizer: str, at: datetime) -> InvitationRow:
    return InvitationRow(
        meeting_id=UUID(meeting.uid),
        mailbox=file.mailbox,
        organizer=organizer,
        method=file.method,
        status=file.status or "",
        sequence=file.sequence,
        starts_at=shown.starts_at,
        duration_min=shown.duration_min,
        place_kind=shown.place_kind,
        is_cancelled=shown.is_cancelled,
        made_at=at,
        due_at=at,
    )
