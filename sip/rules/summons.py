"""Kallelsens innehåll: what somebody writes who calls to a meeting, and what stands when it is left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_meeting import DURATION
from discharge.rules.facts_of_sip import PLANNED
from lus.swedish_time import ONE_DAY, local_date, nth_weekday_after

from .policy import policy_of

PURPOSE_LIMIT: Final = 800
SHORT_DURATION: Final = 10  # *Kort SIP*
PURPOSE_AT_DISCHARGE: Final = "Planera tillsammans vad som behövs hemma, vem som gör vad och när."
PURPOSE_OF_FOLLOW_UP: Final = "Följa upp planen: vad har blivit gjort, och vad behövs nu?"


@dataclass(frozen=True, slots=True)
class CalledUnit:
    """One unit that is called. ``function``: who should come; ``required``: not held without it."""

    unit_id: str
    required: bool = True
    function: str = ""
    prepare: str = ""


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody without an account. ``kind``: a key of ``PARTICIPANT_KINDS``; ``reach``: telephone or address."""

    kind: str
    name: str
    reach: str = ""
    required: bool = False


@dataclass(frozen=True, slots=True)
class MeetingPlace:
    """``kind``: a key of ``PLACE_KINDS``, "" = where the person is. A digital meeting has a link and a telephone.

    ``host_confirmed``: whoever calls has looked at a link to a host that the principal has not said.
    """

    kind: str = ""
    video_url: str = ""
    provider: str = ""
    phone: str = ""
    phone_pin: str = ""
    no_phone_reason: str = ""
    host_confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Summons:
    """What the summons says beyond time and place. ``units`` None: every other unit of the plan, not the ward.

    ``purpose`` "" and ``reply_by`` None: as ``usual_purpose`` and ``usual_reply_by`` say. ``short``: *Kort SIP*.
    """

    purpose: str = ""
    duration_min: int = DURATION
    at_place: MeetingPlace = MeetingPlace()
    units: tuple[CalledUnit, ...] | None = None
    invited: tuple[Invited, ...] = ()
    reply_by: date | None = None
    interpreter: str = ""
    adaptations: str = ""
    person_choice: str = "not_asked"
    person_wish: str = ""
    short: bool = False


AS_USUAL: Final = Summons()


def meeting_kind(facts: CaseFacts) -> str:
    """Return ``follow_up`` when there is a plan to follow up, else ``first``."""
    return "follow_up" if facts.sip.state in PLANNED else "first"


def usual_purpose(facts: CaseFacts) -> str:
    """Syfte: why the plan was begun, as its own first event tells, or what a first or a later meeting is for."""
    if meeting_kind(facts) == "follow_up":
        return PURPOSE_OF_FOLLOW_UP
    why = next((event.data["why"] for event in facts.events if event.name == "sip_plan_opened"), "")
    return why or PURPOSE_AT_DISCHARGE


def usual_place_kind(facts: CaseFacts) -> str:
    """Plats: the ward while the person is there, else at home."""
    return "ward" if facts.ward_id and facts.discharged_at is None else "home"


def usual_reply_by(meeting_at: datetime, at: datetime, process: CaseFacts | None = None) -> date:
    """Svara senast: three weekdays on, but before the day of the meeting when there is time."""
    today = local_date(at)
    day_before = local_date(meeting_at) - ONE_DAY
    return max(today, min(nth_weekday_after(today, policy_of(process, today).reply_weekdays), day_before))
