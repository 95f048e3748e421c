"""Svara med kod: the person or a relative answers without an account. The code may be used until it ends."""

from datetime import datetime

from django.db import transaction

from lus.one_time.codes import open_code
from lus.one_time.refusals import CodeNotValid
from lus.organisations.actor import Actor
from sip.queries.meeting_by_code import PURPOSE, MeetingByCode, meeting_by_code

from .answer_for_participant import answered
from .people_act import meeting_act, meeting_ahead

# Who it is stands in the summons, and in no log.
WITH_A_CODE = Actor(kind="client", name="Svar med kod", source="code")


@transaction.atomic
def answer_by_code(*, code: str, answer: str, address: str, at: datetime, text: str = "") -> MeetingByCode:
    """Keep the answer and return the meeting as the answerer sees it. ``address``: as ``open_code`` counts it.

    Raises CodeNotValid (also for somebody who is called no more), TooManyTries, InvalidInput, ``no-meeting-ahead``.
    """
    asked = meeting_by_code(open_code(code, purpose=PURPOSE, address=address, at=at), at=at)
    act = meeting_act(asked.plan, WITH_A_CODE, at)
    meeting = meeting_ahead(act)
    if meeting.participant(str(asked.participant_id)) is None:
        raise CodeNotValid  # taken away while the page was open
    act.record(answered(str(asked.participant_id), answer, text, by="code"))
    return asked
