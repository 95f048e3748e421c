"""Is a summons complete? Each thing that may be wrong with it is told by its own words, at its own field."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from discharge.rules.refusal import Refusal
from sip.rules.link_guard import refuse_link
from sip.rules.summons import Invited, MeetingPlace, Summons, usual_reply_by
from sip.rules.summons_complete import (
    refuse_called,
    refuse_people,
    refuse_place,
    refuse_reply_by,
    refuse_time,
)

AT = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)  # a Tuesday
FRIDAY = AT + timedelta(days=3)
LINK = "https://mote.invalid/j/84621973310"
DIGITAL = MeetingPlace("digital", video_url=LINK, phone="010-123 45 67")


def said(found: Refusal | None) -> tuple[str, str]:
    return (found.code, found.field) if found else ("", "")


@pytest.mark.parametrize(
    ("meeting_at", "minutes", "field"),
    [
        (AT, 45, "meeting_at"),
        (AT - timedelta(minutes=1), 45, "meeting_at"),
        (FRIDAY, 9, "duration_min"),
        (FRIDAY, 181, "duration_min"),
        (FRIDAY, 10, ""),
        (FRIDAY, 180, ""),
        (AT + timedelta(seconds=1), 45, ""),
    ],
)
def test_a_meeting_is_ahead_and_neither_too_short_nor_too_long(
    meeting_at: datetime, minutes: int, field: str
) -> None:
    assert said(refuse_time(meeting_at, minutes, AT))[1] == field


@pytest.mark.parametrize(
    ("day", "refused"),
    [
        (date(2026, 3, 2), True),
        (date(2026, 3, 3), False),
        (date(2026, 3, 6), False),
        (date(2026, 3, 7), True),
    ],
)
def test_the_answer_comes_before_the_meeting(day: date, refused: bool) -> None:
    assert (said(refuse_reply_by(day, FRIDAY, AT))[1] == "reply_by") is refused


@pytest.mark.parametrize(
    ("meeting_at", "day"),
    [
        (AT + timedelta(days=30), date(2026, 3, 6)),  # three weekdays on
        (AT + timedelta(days=2), date(2026, 3, 4)),  # the day before
        (AT + timedelta(hours=2), date(2026, 3, 3)),  # today
    ],
)
def test_the_usual_day_of_answer_is_always_one_that_may_be_given(meeting_at: datetime, day: date) -> None:
    assert usual_reply_by(meeting_at, AT) == day
    assert refuse_reply_by(day, meeting_at, AT) is None


def test_the_usual_day_of_answer_passes_over_a_weekend() -> None:
    assert usual_reply_by(FRIDAY + timedelta(days=30), FRIDAY) == date(2026, 3, 11)


@pytest.mark.parametrize(
    ("place", "where", "code", "field"),
    [
        ("Rum 3", MeetingPlace("ward"), "", ""),
        ("", MeetingPlace("ward"), "validation", "place"),
        ("x" * 121, MeetingPlace("home"), "validation", "place"),
        ("Rum 3", MeetingPlace("moon"), "validation", "place_kind"),
        ("", DIGITAL, "", ""),
        ("", replace(DIGITAL, video_url=""), "sip-meeting-way-in", "video_url"),
        ("", replace(DIGITAL, phone=""), "sip-meeting-way-in", "phone"),
        ("", replace(DIGITAL, phone="", no_phone_reason="Personen hör inte i telefon"), "", ""),
        ("", MeetingPlace("phone"), "sip-meeting-way-in", "phone"),
        ("", MeetingPlace("phone", phone="010-1"), "", ""),
    ],
)
def test_everybody_can_find_the_way_in(place: str, where: MeetingPlace, code: str, field: str) -> None:
    assert said(refuse_place(place, where.kind, where)) == (code, field)


def test_those_who_are_called() -> None:
    both = [("1", "primary_care"), ("2", "municipality")]
    assert refuse_called(both, []) is None
    closed = refuse_called(both, ["Solens hemtjänst"])
    assert closed is not None
    assert "Solens hemtjänst är stängd" in closed.detail
    assert said(refuse_called(both[:1], []))[0] == "sip-needs-both-principals"
    ward_and_nurse = [("1", "ward"), ("2", "municipal_health")]
    assert said(refuse_called(ward_and_nurse, []))[0] == "sip-needs-outpatient-care"
    assert said(refuse_called([*both, both[1]], []))[0] == "sip-unit-twice"


@pytest.mark.parametrize(
    ("summons", "field"),
    [
        (Summons(), ""),
        (Summons(invited=(Invited("relative", "Eva Ek"),)), ""),
        (Summons(invited=(Invited("relative", " "),)), "invited"),
        (Summons(invited=(Invited("unit", "Eva Ek"),)), "invited"),
        (Summons(invited=(Invited("relative", "Eva Ek"),) * 11), "invited"),
        (Summons(person_choice="maybe"), "person_choice"),
        (Summons(person_choice="not_all"), "person_wish"),
        (Summons(person_choice="not_all", person_wish="Inte hemtjänsten"), ""),
    ],
)
def test_people_have_names_and_the_person_is_heard(summons: Summons, field: str) -> None:
    assert said(refuse_people(summons))[1] == field


KNOWN = ("Åke", "Ek", "Öberg", "194403189999", "4403189999", "Testallén 62", "KV7F2M")


@pytest.mark.parametrize(
    "url",
    [
        LINK,
        "https://mote.invalid/week/open?pwd=a1B2",  # "ek" stands in a word of its own only
        "https://mote.invalid/meet/1234567890",  # ten digits, no number of anybody
        "https://mote.invalid/2026-03-05/K06.2/559900-0006",
        "https://mote.invalid/19:meeting_NjA2MjE5@thread.v2/0?context=%7b%22Tid%22%7d",
    ],
)
def test_a_link_of_any_provider_is_taken(url: str) -> None:
    assert refuse_link(url, KNOWN, AT.date()) is None


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://mote.invalid/j/1", "sip-link-not-safe"),
        ("mote.invalid/j/1", "sip-link-not-safe"),
        ("javascript:alert(1)", "sip-link-not-safe"),
        ("https://", "sip-link-not-safe"),
        ("https://[", "sip-link-not-safe"),
        ("https://anna@mote.invalid/", "sip-link-not-safe"),
        ("https://mote.invalid/a b", "sip-link-not-safe"),
        ("https://mote.invalid/" + "a" * 500, "sip-link-not-safe"),
        ("https://mote.invalid/SIP-Öberg", "sip-link-personal"),
        ("https://mote.invalid/SIP-%C3%96berg", "sip-link-personal"),
        ("https://mote.invalid/SIP-%25C3%2596berg", "sip-link-personal"),
        ("https://mote.invalid/?n=KV7F2M", "sip-link-personal"),
        ("https://mote.invalid/?n=19121212-1212", "sip-link-personal"),
        ("https://mote.invalid/?n=1212121212", "sip-link-personal"),
        ("https://mote.invalid/?n=9006+02%E2%80%9323%2097", "sip-link-personal"),  # spaces and an en dash
        ("https://mote.invalid/?n=１９９００６０２２３９７", "sip-link-personal"),
        ("https://mote.invalid/?n=9006%E2%80%8B022397", "sip-link-personal"),  # a space without width
        ("https://mote.invalid/?n=701063-2391", "sip-link-personal"),
        ("https://mote.invalid/12+900602-2397", "sip-link-personal"),
        ("https://mote.invalid/?n=19900602J234", "sip-link-personal"),
        ("https://mote.invalid/SIP-O%CC%88berg", "sip-link-personal"),
        ("https://mote.invalid/Testall%C3%A9n+62", "sip-link-personal"),
        ("https://mote.invalid/?to=anna.ek%40kommun.invalid", "sip-link-personal"),
    ],
)
def test_a_link_says_nothing_of_the_person(url: str, code: str) -> None:
    assert said(refuse_link(url, KNOWN, AT.date())) == (code, "video_url")
