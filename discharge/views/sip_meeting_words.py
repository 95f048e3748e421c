"""*Mötet*: what the called need to know of it, who they are, and what each has answered."""

from datetime import datetime
from typing import Any

from discharge.queries.participant_name import participant_name
from discharge.queries.shown_page import ShownPage
from discharge.rules.facts_of_meeting import (
    PERSON_CHOICES,
    PLACE_KINDS,
    Participant,
    SipMeeting,
)
from discharge.rules.sip_choices import ANSWERS, PERSON_ANSWERS
from lus.swedish_time import local_date
from lus.web.words import day, moment

Words = dict[str, Any]


def meeting_panel(page: ShownPage, at: datetime, people_url: str) -> Words | None:
    """Return ``{heading, rows: {term, fact, link?}, people: {name, word, detail}, people_url}``, None for no meeting.

    ``people_url``: where the answers of those without an account are noted.
    """
    meeting = page.facts.sip.meeting
    if meeting is None or meeting.starts_at is None:
        return None
    return {
        "heading": "Uppföljningsmöte" if meeting.kind == "follow_up" else "Mötet",
        "rows": [row for row in _rows(meeting, at) if row["fact"] or row.get("link")],
        "people": [_who(one, page) for one in meeting.called],
        "people_url": people_url,
    }


def _rows(meeting: SipMeeting, at: datetime) -> list[Words]:
    assert meeting.starts_at is not None
    kind = PLACE_KINDS.get(meeting.place_kind, "")
    where = meeting.place if kind.casefold() in meeting.place.casefold() else f"{kind}: {meeting.place}"
    pin = f", kod {meeting.phone_pin}" if meeting.phone_pin else ""
    wish = f"{PERSON_CHOICES[meeting.person_choice]}. {meeting.person_wish}".strip()
    return [
        {"term": "Tid", "fact": f"{moment(meeting.starts_at, at)}, {meeting.duration_min} minuter"},
        {"term": "Plats", "fact": where},
        {"term": "Länk", "fact": meeting.provider or "Öppna mötet", "link": meeting.video_url}
        if meeting.video_url
        else {"term": "Länk", "fact": ""},
        {"term": "Telefon", "fact": f"{meeting.phone}{pin}" if meeting.phone else meeting.no_phone_reason},
        {"term": "Syfte", "fact": meeting.purpose},
        {"term": "Svara senast", "fact": day(meeting.reply_by, local_date(at)) if meeting.reply_by else ""},
        {"term": "Tolk", "fact": meeting.interpreter},
        {"term": "Anpassningar", "fact": meeting.adaptations},
        {"term": "Personens önskan", "fact": wish if meeting.purpose else ""},
    ]


def _who(one: Participant, page: ShownPage) -> Words:
    said = ANSWERS if one.kind == "unit" else PERSON_ANSWERS
    word = said.get(one.answer, "Har inte svarat")
    parts = (
        one.function,
        "" if one.required else "önskas",
        one.answer_text,
        one.reach,
        f"Förbered: {one.prepare}" if one.prepare else "",
    )
    return {"name": participant_name(one, page), "word": word, "detail": " · ".join(filter(None, parts))}
