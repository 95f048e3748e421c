"""The one writer of a meeting's row and of those who are called to it: what the facts say, as codes need it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_meeting import Participant as ParticipantFacts
from discharge.rules.facts_of_meeting import SipMeeting
from sip.models import Meeting, Participant


def meeting_columns(meeting: SipMeeting) -> dict[str, Any]:
    """Return every column of ``Meeting`` that follows from the facts."""
    return {
        "summoned_by_id": UUID(meeting.summoned_by) if meeting.summoned_by else None,
        "summoned_at": meeting.summoned_at,
        "kind": meeting.kind,
        "state": meeting.state,
        "starts_at": meeting.starts_at,
        "duration_min": meeting.duration_min,
        "place_kind": meeting.place_kind,
        "place": meeting.place,
        "video_url": meeting.video_url,
        "phone": meeting.phone,
        "reply_by": meeting.reply_by,
    }


def participant_columns(one: ParticipantFacts) -> dict[str, Any]:
    """Return every column of ``Participant``."""
    return {
        "unit_id": UUID(one.unit_id) if one.unit_id else None,
        "kind": one.kind,
        "required": one.required,
        "answer": one.answer,
        "answered_at": one.answered_at,
        "came": one.came,
        "is_called": one.is_called,
    }


def save_meeting(plan_id: UUID, facts: CaseFacts) -> None:
    """Write the newest meeting; those before it are over and stand as they are."""
    if not facts.sip.meetings:
        return
    newest = facts.sip.meetings[-1]
    columns = meeting_columns(newest)
    row = Meeting(id=UUID(newest.uid), plan_id=plan_id, **columns)
    Meeting.objects.bulk_create(
        [row], update_conflicts=True, unique_fields=["id"], update_fields=_fields(columns)
    )
    people = [(one, participant_columns(one)) for one in newest.participants]
    if people:
        Participant.objects.bulk_create(
            [Participant(id=UUID(one.participant_id), meeting=row, **values) for one, values in people],
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=_fields(people[0][1]),
        )


def _fields(columns: Mapping[str, Any]) -> list[str]:
    return [name.removesuffix("_id") for name in columns]
