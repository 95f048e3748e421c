"""*Mötet*: what the called need to know of it, who they are, and what each has answered."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from discharge.queries.participant_name import participant_name
from discharge.queries.shown_page import ShownPage
from discharge.queries.substitute_words import instead_of
from discharge.rules.agenda import agenda_of
from discharge.rules.callable_units import is_party
from discharge.rules.facts_of_meeting import (
    PERSON_CHOICES,
    PLACE_KINDS,
    Participant,
    SipMeeting,
)
from discharge.rules.meeting_door import door_of, opens_at
from discharge.rules.sip_choices import ANSWERS, PERSON_ANSWERS
from lus.swedish_time import local_date
from lus.web.idempotency import new_key
from lus.web.words import day, moment

Words = dict[str, Any]
# Done beside the meeting itself, not in the list of acts.
IN_PANEL: Final = frozenset({"change_sip_participants", "turn_meeting_to_phone"})
CHANGES: Final = {"added": "Tillagd", "removed": "Borttagen", "changed": "Ändrad"}
MARKS: Final = {"added": "info", "removed": "neutral", "changed": "info"}


def meeting_panel(
    page: ShownPage,
    at: datetime,
    people_url: str,
    urls: Mapping[str, str],
    topics: Sequence[str] = (),
) -> Words | None:
    """Return what `_sip_meeting.html` shows, None for no meeting.

    ``people_url``: where the answers of those without an account are noted; ``urls``: of the acts ``IN_PANEL`` that
    the viewer can do now; ``topics``: what the plan's document has to talk of.
    """
    meeting = page.facts.sip.meeting
    if meeting is None or meeting.starts_at is None:
        return None
    is_open = door_of(meeting, at) == "open"
    phone_url = urls.get("turn_meeting_to_phone", "") if is_open else ""
    return {
        "heading": "Uppföljningsmöte" if meeting.kind == "follow_up" else "Mötet",
        "rows": [row for row in _rows(meeting, at) if row["fact"]],
        "join_url": meeting.video_url if is_open else "",
        "agenda": agenda_of(page.facts, topics),
        "alerts": list(_gone(meeting, page, at)),
        "people": [_who(one, page, at) for one in (*meeting.called, *_taken_away(meeting))],
        "people_url": people_url,
        "change_url": urls.get("change_sip_participants", ""),
        "phone": {"url": phone_url, "key": new_key()} if phone_url else None,
    }


def _taken_away(meeting: SipMeeting) -> list[Participant]:
    """Those who were called and are no more: somebody may still count on them."""
    gone = [one for one in meeting.participants if one.change == "removed"]
    return [one for one in gone if not one.unit_id or meeting.of_unit(one.unit_id) is None]


def _gone(meeting: SipMeeting, page: ShownPage, at: datetime) -> list[str]:
    """Stängda enheter: a called unit that has closed or left asks for another in its place."""
    found = []
    for one in meeting.called:
        unit = page.units.get(one.unit_id)
        if unit is None:
            continue
        if unit.closed_on is not None and unit.closed_on <= local_date(at):
            found.append(f"{unit.name} är stängd. Ta bort den, och kalla den som har tagit över.")
        elif not is_party(page.facts, one.unit_id):
            found.append(f"{unit.name} är inte längre med. Ta bort den, och kalla en annan.")
    return found


def _rows(meeting: SipMeeting, at: datetime) -> list[Words]:
    assert meeting.starts_at is not None
    kind = PLACE_KINDS.get(meeting.place_kind, "")
    where = meeting.place if kind.casefold() in meeting.place.casefold() else f"{kind}: {meeting.place}"
    pin = f", kod {meeting.phone_pin}" if meeting.phone_pin else ""
    wish = f"{PERSON_CHOICES[meeting.person_choice]}. {meeting.person_wish}".strip()
    return [
        {"term": "Tid", "fact": f"{moment(meeting.starts_at, at)}, {meeting.duration_min} minuter"},
        {"term": "Plats", "fact": where},
        _way_in(meeting, at),
        {"term": "Telefon", "fact": f"{meeting.phone}{pin}" if meeting.phone else meeting.no_phone_reason},
        {"term": "Syfte", "fact": meeting.purpose},
        {"term": "Svara senast", "fact": day(meeting.reply_by, local_date(at)) if meeting.reply_by else ""},
        {"term": "Tolk", "fact": meeting.interpreter},
        {"term": "Anpassningar", "fact": meeting.adaptations},
        {"term": "Personens önskan", "fact": wish if meeting.purpose else ""},
        {"term": "Kallelsen", "fact": f"Version {meeting.version}" if meeting.version > 1 else ""},
    ]


def _way_in(meeting: SipMeeting, at: datetime) -> Words:
    """Anslut: from a quarter before the meeting to an hour after it; what is so at other times."""
    stands, tool = door_of(meeting, at), f" ({meeting.provider})" if meeting.provider else ""
    if stands == "early" and meeting.starts_at is not None:
        return {"term": "Länk", "fact": f"Anslut går från {moment(opens_at(meeting.starts_at), at)}{tool}"}
    return {"term": "Länk", "fact": {"over": "Mötet är slut", "open": meeting.provider}.get(stands, "")}


def _who(one: Participant, page: ShownPage, at: datetime) -> Words:
    said = ANSWERS if one.kind == "unit" else PERSON_ANSWERS
    word = said.get(one.answer, "Har inte svarat") if one.is_called else ""
    parts = (
        one.function,
        "" if one.required else "önskas",
        "" if one.substitute else one.answer_text,
        instead_of(one, page),
        one.reach,
        f"Förbered: {one.prepare}" if one.prepare else "",
    )
    when = f" {moment(one.changed_at, at)}" if one.changed_at else ""
    mark = {"word": f"{CHANGES[one.change]}{when}", "color": MARKS[one.change]} if one.change else None
    detail = " · ".join(filter(None, parts))
    return {"name": participant_name(one, page), "word": word, "detail": detail, "mark": mark}
