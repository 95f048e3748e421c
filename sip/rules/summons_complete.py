"""Är kallelsen hel?, LUS 4 kap. 1 och 3 §§: time, place, who is called and until when they answer (SIP04–SIP11)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from discharge.rules.facts_of_meeting import PARTICIPANT_KINDS, PERSON_CHOICES, PLACE_KINDS
from discharge.rules.refusal import Refusal
from lus.swedish_time import local_date

from .principals import refuse_units
from .summons import Invited, MeetingPlace, Summons

SHORTEST: Final = 10
LONGEST: Final = 180
PLACE_LIMIT: Final = 120
MOST_INVITED: Final = 10
WITHOUT_ROOM: Final = frozenset({"digital", "phone"})
# Nobody invites a unit or the person by name: the one is chosen, the other always comes.
INVITED_KINDS: Final = {key: word for key, word in PARTICIPANT_KINDS.items() if key not in ("unit", "person")}


def refuse_time(meeting_at: datetime, duration_min: int, at: datetime) -> Refusal | None:
    """Tiden (SIP04): ahead, and between ten minutes and three hours."""
    if meeting_at <= at:
        return _wrong("meeting_at", "Mötestiden har redan varit.", "Välj en tid framåt.")
    if not SHORTEST <= duration_min <= LONGEST:
        return _wrong(
            "duration_min",
            f"Längden är {duration_min} minuter.",
            f"Skriv {SHORTEST}–{LONGEST} minuter.",
        )
    return None


def refuse_reply_by(reply_by: date, meeting_at: datetime, at: datetime) -> Refusal | None:
    """Svara senast (SIP09): from today to the day of the meeting."""
    if reply_by < local_date(at):
        return _wrong("reply_by", "Svarsdagen har redan varit.", "Välj en dag framåt.")
    if reply_by > local_date(meeting_at):
        return _wrong("reply_by", "Svarsdag måste vara före mötet.", "Välj en tidigare dag.")
    return None


def refuse_place(place: str, kind: str, where: MeetingPlace) -> Refusal | None:
    """Platsen (SIP11): words for a room, a link and a telephone for a screen, a telephone for a call."""
    if kind not in PLACE_KINDS:
        return _wrong("place_kind", "Hur mötet hålls fattas.", "Välj ett av sätten.")
    if len(place) > PLACE_LIMIT or (not place and kind not in WITHOUT_ROOM):
        return _wrong("place", "Platsen fattas.", "Skriv plats eller att mötet är digitalt.")
    if kind == "digital" and not where.video_url:
        return _no_way_in("video_url", "Mötet är digitalt men har ingen länk")
    if kind == "digital" and not (where.phone or where.no_phone_reason):
        return _no_way_in("phone", "Mötet har inget telefonnummer, och inget skäl till det")
    if kind == "phone" and not where.phone:
        return _no_way_in("phone", "Mötet är på telefon men har inget nummer")
    return None


def refuse_called(parties: Sequence[tuple[str, str]], closed: Sequence[str]) -> Refusal | None:
    """Deltagarna (SIP06–SIP08): both principals, outpatient care, no unit twice, and none that has closed.

    ``parties``: ``(unit id, role)`` of all that meet, the calling unit among them; ``closed``: names.
    """
    if closed:
        return Refusal(
            "sip-unit-closed",
            "Enheten är stängd",
            f"{closed[0]} är stängd och kan inte kallas",
            "Välj att den inte kallas, och lägg till den som har tagit över.",
            field="units",
        )
    return refuse_units(parties)


def refuse_people(summons: Summons) -> Refusal | None:
    """Personer utan konto, and what the person says about who is there."""
    if len(summons.invited) > MOST_INVITED or any(is_nobody(one) for one in summons.invited):
        return _wrong("invited", "En inbjuden saknar namn eller roll.", "Skriv namnet och välj rollen.")
    if summons.person_choice not in PERSON_CHOICES:
        return _wrong("person_choice", "Personens önskan om deltagare fattas.", "Välj ett av svaren.")
    if summons.person_choice == "not_all" and not summons.person_wish.strip():
        return _wrong("person_wish", "Personen vill inte ha med alla.", "Skriv vem som inte ska vara med.")
    return None


def is_nobody(one: Invited) -> bool:
    """Whether an invitation names nobody, or no role."""
    return one.kind not in INVITED_KINDS or not one.name.strip()


def _wrong(field: str, detail: str, advice: str) -> Refusal:
    return Refusal("validation", "En uppgift behöver rättas", detail, advice, field=field)


def _no_way_in(field: str, detail: str) -> Refusal:
    return Refusal(
        "sip-meeting-way-in", "Vägen in i mötet fattas", detail, "Ange länk och telefonnummer.", field=field
    )
