"""Mötet bakom en kod: what somebody without an account may see of it. Time, place, the way in, and their answer."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from lus.one_time.codes import Code
from lus.one_time.refusals import CodeNotValid
from sip.models import Participant, Plan

from .plan_facts import process_of

PURPOSE: Final = "sip_answer"


@dataclass(frozen=True, slots=True)
class MeetingByCode:
    """No name, no number, no unit and no purpose. ``answer``: a key of ``PERSON_ANSWERS``, "" for none yet.

    ``plan``: for the act that keeps the answer, never for the page.
    """

    plan: Plan
    participant_id: UUID
    starts_at: datetime
    duration_min: int
    place_kind: str
    place: str
    video_url: str
    phone: str
    phone_pin: str
    answer: str
    answer_text: str
    has_begun: bool


def meeting_by_code(code: Code, *, at: datetime) -> MeetingByCode:
    """Return the meeting that the code opens. Raises CodeNotValid when its holder is called no more."""
    row = (
        Participant.objects.select_related("meeting__plan")
        .filter(pk=code.subject_id, is_called=True)
        .exclude(meeting__state="cancelled")
        .first()
    )
    if row is None:
        raise CodeNotValid
    uid = str(row.meeting_id)
    meeting = next((one for one in process_of(row.meeting.plan).sip.meetings if one.uid == uid), None)
    said = meeting.participant(str(row.pk)) if meeting else None
    if meeting is None or said is None or meeting.starts_at is None:
        raise CodeNotValid
    return MeetingByCode(
        row.meeting.plan,
        row.pk,
        meeting.starts_at,
        meeting.duration_min,
        meeting.place_kind,
        meeting.place,
        meeting.video_url,
        meeting.phone,
        meeting.phone_pin,
        said.answer,
        said.answer_text,
        meeting.starts_at <= at,
    )
