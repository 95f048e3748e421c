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
# What has happened to a participant since the summons was sent.
Change = Literal["", "added", "removed", "changed"]
# Asked anew: nobody has answered, and nobody comes instead.
UNANSWERED: Final[dict[str, Any]] = {
    "answer": "",
    "answer_text": "",
    "answered_at": None,
    "substitute": "",
    "substitute_unit_id": "",
    "is_proposed": False,
}


@dataclass(frozen=True, slots=True)
class Participant:
    """One who is called. ``unit_id``: of a unit, else ""; ``name`` and ``reach``: of somebody without an account.

    ``required``: the meeting is moved rather than held without. ``answer``: a key of ``ANSWERS`` (of a unit) or of
    ``PERSON_ANSWERS``, "" for none yet. ``came``: a key of ``PERSON_HOW``, "" before the meeting. ``is_called``: False
    for one who was taken away; ``has_code``: a code was given out. ``changed_at``: when somebody who was called after
    the summons was added, or somebody was taken away or asked for something else. ``replaces``: the id of the unit
    in whose place a unit comes. ``substitute``: who comes instead, from the unit itself or from ``substitute_unit_id``,
    which is called when ``is_proposed`` is answered with yes.
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
    change: Change = ""
    changed_at: datetime | None = None
    replaces: str = ""
    substitute: str = ""
    substitute_unit_id: str = ""
    is_proposed: bool = False


@dataclass(frozen=True, slots=True)
class SipMeeting:
    """``uid``: drawn for the meeting alone. ``kind``: ``first`` or ``follow_up``. ``reply_by``: a Swedish day.

    ``interpreter`` and ``adaptations``: "" = none needed. Older summonses know time, place and units only.
    ``version``: of the summons, one more with each change of it. ``short``: *Kort SIP*, ten minutes.
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
    short: bool = False
    version: int = 1
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

    @property
    def unit_ids(self) -> frozenset[str]:
        """Every unit that the meeting names: called, taken away, or in another's place."""
        named = (
            one for who in self.participants for one in (who.unit_id, who.replaces, who.substitute_unit_id)
        )
        return frozenset(named) - {""}

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
