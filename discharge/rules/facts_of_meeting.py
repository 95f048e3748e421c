"""SIP-mötet: one meeting of a joint plan as its summons and what followed say it (the handbook's SIP page, 5–7)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Final, Literal

# How the events say where a meeting is, beside its address.
WHERE: Final = ("place_kind", "video_url", "provider", "phone", "phone_pin", "no_phone_reason")
PLACE_KINDS: Final = {
    "home": "Hemma",
    "ward": "Avdelning",
    "health_centre": "Vårdcentral",
    "municipality": "Kommunen",
    "digital": "Digitalt",
    "phone": "Telefon",
}
PARTICIPANT_KINDS: Final = {
    "unit": "Enhet",
    "person": "Personen själv",
    "relative": "Närstående",
    "guardian": "Vårdnadshavare",
    "representative": "Företrädare",
    "interpreter": "Tolk",
    "other_actor": "Annan aktör",
}
# What the person says about who is there: the handbook's SIP page, 5.
PERSON_CHOICES: Final = {
    "not_asked": "Inte tillfrågad än",
    "all": "Ja, alla kan vara med",
    "not_all": "Nej, inte alla",
}
DURATION: Final = 45
MeetingState = Literal["called", "held", "cancelled"]


@dataclass(frozen=True, slots=True)
class Participant:
    """One who is called. ``unit_id``: of a unit, else ""; ``name`` and ``reach``: of somebody without an account.

    ``required``: the meeting is moved rather than held without. ``answer``: a key of ``ANSWERS`` (of a unit) or of
    ``PERSON_ANSWERS``, "" for none yet. ``came``: a key of ``PERSON_HOW``, "" before the meeting. ``is_called``: False
    for one who was taken away; ``has_code``: a code was given out.
    """

    participant_id: str
    kind: str
    unit_id: str = ""
    name: str = ""
    reach: str = ""
    function: str = ""
    required: bool = True
    prepare: str = ""
    answer: str = ""
    answer_text: str = ""
    answered_at: datetime | None = None
    came: str = ""
    is_called: bool = True
    has_code: bool = False


@dataclass(frozen=True, slots=True)
class SipMeeting:
    """``uid``: drawn for the meeting alone. ``kind``: ``first`` or ``follow_up``. ``reply_by``: a Swedish day.

    ``interpreter`` and ``adaptations``: "" = none needed. Older summonses know time, place and units only.
    """

    uid: str
    summoned_by: str
    summoned_at: datetime
    starts_at: datetime | None
    place: str
    kind: str = "first"
    state: MeetingState = "called"
    purpose: str = ""
    duration_min: int = DURATION
    place_kind: str = ""
    video_url: str = ""
    provider: str = ""
    phone: str = ""
    phone_pin: str = ""
    no_phone_reason: str = ""
    reply_by: date | None = None
    interpreter: str = ""
    adaptations: str = ""
    person_choice: str = "not_asked"
    person_wish: str = ""
    participants: tuple[Participant, ...] = ()

    @property
    def ends_at(self) -> datetime | None:
        """When it ends: elapsed minutes."""
        return self.starts_at + timedelta(minutes=self.duration_min) if self.starts_at else None

    @property
    def called(self) -> tuple[Participant, ...]:
        """Those who are called still."""
        return tuple(one for one in self.participants if one.is_called)

    def participant(self, participant_id: str) -> Participant | None:
        """Return the participant that is called, by id."""
        return next((one for one in self.called if one.participant_id == participant_id), None)

    def of_unit(self, unit_id: str) -> Participant | None:
        """Return the unit as a participant, if it is called."""
        return next((one for one in self.called if one.unit_id == unit_id), None)

    def with_each(self, **changes: Any) -> SipMeeting:
        """Return the meeting with the same change to all participants."""
        return replace(self, participants=tuple(replace(one, **changes) for one in self.participants))

    def with_one(self, participant_id: str, **changes: Any) -> SipMeeting:
        """Return the meeting with one participant changed."""
        changed = tuple(
            replace(one, **changes) if one.participant_id == participant_id else one
            for one in self.participants
        )
        return replace(self, participants=changed)
