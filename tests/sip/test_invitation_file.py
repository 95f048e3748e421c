"""The file as another parser reads it: when and where, and nothing about whom."""

import email
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email import policy
from email.message import EmailMessage
from typing import Any
from uuid import UUID, uuid4

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from lus.swedish_time import STOCKHOLM
from sip.invitations.ics import Invitation, invitation_file, uid_of
from sip.invitations.mail import invitation_mail
from sip.rules.invitation import Meeting, Method, PlaceKind, Posting, Status

AT = datetime(2026, 3, 5, 9, 0, tzinfo=UTC)
MEETING = Meeting(AT, 45, PlaceKind.WARD, "Ågatan 1; Örsås, port 2", "https://lus.invalid/m/5f1d")
REQUEST = Posting("samordning+sip@kommun.invalid", Method.REQUEST, Status.CONFIRMED, 3)
REMOVED = Posting(REQUEST.mailbox, Method.CANCEL, None, 4)
CANCELLED = Posting(REQUEST.mailbox, Method.CANCEL, Status.CANCELLED, 4)
UID = uid_of(UUID(int=7), "https://lus.region.invalid:8443")
INVITATION = Invitation(UID, MEETING, REQUEST, "vc.mellby@region.invalid", AT - timedelta(days=2))
LOCAL = ";TZID=Europe/Stockholm:"
SENDER = "LUS <lus@region.invalid>"


def read(invitation: Invitation) -> Any:
    """What the other parser makes of the file. Raises when a rule of RFC 5545 is broken."""
    calendar = vobject.readOne(invitation_file(invitation).decode())
    calendar.validate(raiseException=True)
    return calendar


def parts(invitation: Invitation) -> tuple[EmailMessage, str, Any, Any]:
    """The mail as it is sent, read again: ``(mail, text, calendar part, attachment)``."""
    sent = invitation_mail(invitation, sender=SENDER).message().as_bytes(linesep="\r\n")  # type: ignore[call-arg]
    mail = email.message_from_bytes(sent, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    text, calendar, attachment = [part for part in mail.walk() if not part.is_multipart()]
    return mail, text.get_content(), calendar, attachment


def test_the_file_says_exactly_what_the_handbook_lists() -> None:
    calendar = read(INVITATION)
    assert [calendar.method.value, calendar.version.value] == ["REQUEST", "2.0"]
    event = calendar.vevent
    said = {name: [line.value for line in lines] for name, lines in event.contents.items()}
    assert said.pop("description")[0].startswith("Du är kallad till ett möte.\nLäs och svara via länken")
    assert [said.pop(name) for name in ("dtstart", "dtend", "dtstamp")] == [
        [AT],
        [AT + timedelta(minutes=45)],
        [AT - timedelta(days=2)],
    ]
    assert said == {
        "uid": ["00000000-0000-0000-0000-000000000007@lus.region.invalid"],
        "sequence": ["3"],
        "summary": ["Möte"],
        "location": ["Ågatan 1; Örsås, port 2"],
        "url": ["https://lus.invalid/m/5f1d"],
        "organizer": ["mailto:vc.mellby@region.invalid"],
        "attendee": ["mailto:samordning+sip@kommun.invalid"],
        "class": ["PRIVATE"],
        "transp": ["OPAQUE"],
        "status": ["CONFIRMED"],
    }
    assert event.attendee.params == {"RSVP": ["FALSE"]}
    assert event.organizer.params == {}  # a unit's name may tell what kind of care it gives
    assert event.dtstart.params["X-VOBJ-ORIGINAL-TZID"] == ["Europe/Stockholm"]
    assert b"\r\nDTSTAMP:20260303T090000Z\r\n" in invitation_file(INVITATION)


def test_cancelling_the_meeting_and_removing_one_are_told_apart() -> None:
    all_gone, one_gone = (read(replace(INVITATION, posting=one)) for one in (CANCELLED, REMOVED))
    assert [all_gone.method.value, one_gone.method.value] == ["CANCEL", "CANCEL"]
    assert all_gone.vevent.status.value == "CANCELLED"
    assert "status" not in one_gone.vevent.contents
    assert all_gone.vevent.description.value.startswith("Mötet är inställt.")
    assert one_gone.vevent.description.value.startswith("Du är inte längre kallad till mötet.")
    assert {cal.vevent.uid.value for cal in (all_gone, one_gone)} == {UID}
    assert {cal.vevent.sequence.value for cal in (all_gone, one_gone)} == {"4"}


@pytest.mark.parametrize(
    ("utc", "minutes", "lines"),
    [  # spring: 02 is skipped; autumn: the hour from 02 comes twice, and only the first has a local name
        ("2026-03-29T00:30", 60, (f"{LOCAL}20260329T013000", f"{LOCAL}20260329T033000")),
        ("2026-10-25T00:15", 30, (f"{LOCAL}20261025T021500", f"{LOCAL}20261025T024500")),
        ("2026-10-25T00:45", 30, (f"{LOCAL}20261025T024500", ":20261025T011500Z")),
        ("2026-10-25T01:30", 45, (":20261025T013000Z", f"{LOCAL}20261025T031500")),
    ],
)
def test_the_nights_when_the_clocks_change(utc: str, minutes: int, lines: tuple[str, str]) -> None:
    starts_at = datetime.fromisoformat(utc).replace(tzinfo=UTC)
    invitation = replace(INVITATION, meeting=replace(MEETING, starts_at=starts_at, duration_min=minutes))
    file = invitation_file(invitation).decode()
    for name, line in zip(("DTSTART", "DTEND"), lines, strict=True):
        assert f"\r\n{name}{line}\r\n" in file
    event = read(invitation).vevent
    assert event.dtstart.value.astimezone(UTC) == starts_at
    assert event.dtend.value.astimezone(UTC) == starts_at + timedelta(minutes=minutes)


def test_the_time_zone_in_the_file_is_sweden_s_for_as_long_as_anybody_plans() -> None:
    zone = read(INVITATION).vtimezone.tzinfo
    for year in range(2026, 2046):
        for month, day in ((1, 15), (3, 20), (4, 5), (7, 1), (10, 20), (11, 5)):
            local = datetime(year, month, day, 12)
            assert local.replace(tzinfo=zone).utcoffset() == local.replace(tzinfo=STOCKHOLM).utcoffset()
        for change in (last_sunday(year, 3), last_sunday(year, 10)):
            for hour in (1, 3, 4):  # 02 is skipped in spring and doubled in autumn
                local = datetime(change.year, change.month, change.day, hour)
                assert local.replace(tzinfo=zone).utcoffset() == local.replace(tzinfo=STOCKHOLM).utcoffset()


def last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)


@given(st.text(st.sampled_from('åäöé 1a,;\\"\n:€𝄞'), max_size=300))
def test_lines_are_folded_at_75_octets_between_letters_and_nothing_is_lost(address: str) -> None:
    invitation = replace(INVITATION, meeting=replace(MEETING, public_address=address))
    file = invitation_file(invitation)
    assert file.endswith(b"END:VCALENDAR\r\n")
    for line in file.split(b"\r\n"):
        assert len(line) <= 75
        assert line.decode()  # no letter is cut in two; only the end is empty
        if line.startswith(b"END:VCALENDAR"):
            break
    assert b"\n" not in file.replace(b"\r\n", b"")
    assert read(invitation).vevent.location.value == (" ".join(address.split()) or "Se kallelsen")


PEOPLE = st.builds(
    lambda drawn, year: {
        "name": f"Wåhlberg-{drawn[:6]} Qvist{drawn[6:9]}",
        "number": f"{year}1231-{int(drawn[:4], 16) % 10000:04d}",
        "address": f"Hemgränd {int(drawn[4:8], 16)}, {drawn[9:14]}stad",
        "phone": f"070-{int(drawn[:6], 16):08d}",
        "purpose": f"Oro för {drawn} hemma",
    },
    st.uuids(version=4).map(lambda drawn: drawn.hex),
    st.integers(1920, 2019),
)


PRIVATE_PLACES = st.sampled_from([PlaceKind.HOME, PlaceKind.DIGITAL, PlaceKind.PHONE])


@given(PEOPLE, PRIVATE_PLACES, st.sampled_from([REQUEST, REMOVED, CANCELLED]))
def test_nothing_of_a_person_is_in_header_body_or_file_name(
    person: dict[str, str], kind: PlaceKind, posting: Posting
) -> None:
    # the address of the place is the only way in: in a home it is the person's
    meeting = replace(MEETING, place_kind=kind, public_address=" ".join(person.values()))
    mail, text, calendar, attachment = parts(replace(INVITATION, meeting=meeting, posting=posting))
    headers = "".join(f"{name}: {value}\n" for part in mail.walk() for name, value in part.items())
    unfolded = attachment.get_content().decode().replace("\r\n ", "")
    seen = "\n".join([headers, text, calendar.get_content(), unfolded, str(attachment.get_filename())])
    words = {word for value in person.values() for word in [value, *value.split()] if len(word) > 4}
    assert [word for word in words if word.casefold() in seen.casefold()] == []
    assert {"Hemgränd", person["number"]} <= words


@pytest.mark.parametrize("posting", [REQUEST, REMOVED, CANCELLED])
def test_the_mail_carries_the_file_where_calendars_and_people_look(posting: Posting) -> None:
    invitation = replace(INVITATION, posting=posting)
    mail, text, calendar, attachment = parts(invitation)
    assert [mail["Subject"], mail["To"], mail["From"]] == ["Möte", posting.mailbox, SENDER]
    assert mail["Cc"] is mail["Bcc"] is None
    assert MEETING.link in text
    assert calendar.get_content_type() == "text/calendar"
    assert dict(calendar["Content-Type"].params) == {"method": posting.method.value, "charset": "utf-8"}
    assert calendar.get_payload(decode=True).replace(b"\r\n", b"\n") == invitation_file(invitation).replace(
        b"\r\n", b"\n"
    )
    assert (attachment.get_content_type(), attachment.get_filename()) == ("application/ics", "mote.ics")
    assert attachment.get_content() == invitation_file(invitation)
    assert mail.get_content_type() == "multipart/mixed"
    assert calendar in next(iter(mail.iter_parts())).iter_parts()  # beside the text, not after it


def test_the_video_link_is_told_only_where_the_policy_gives_it_and_to_those_who_come() -> None:
    video = replace(INVITATION, meeting=replace(MEETING, video_url="https://video.invalid/r/1"))
    assert b"video" not in invitation_file(INVITATION)
    assert "Videomöte: https://video.invalid/r/1" in read(video).vevent.description.value
    assert b"video.invalid" not in invitation_file(replace(video, posting=REMOVED))


def test_a_uid_says_nothing_but_which_meeting() -> None:
    drawn = uuid4()
    assert uid_of(drawn, "http://127.0.0.1:8000") == f"{drawn}@127.0.0.1"


@pytest.mark.parametrize(
    "wrong", ["", "a", "a@b\r\nATTENDEE:mailto:c@d", "a@b,c@d", "A <a@b>", "a b@c", "a@b@c"]
)
def test_what_could_carry_more_than_a_mailbox_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="not a mailbox"):
        replace(INVITATION, organizer_mailbox=wrong)
    with pytest.raises(ValueError, match="not a mailbox"):
        replace(INVITATION, posting=replace(REQUEST, mailbox=wrong))


@pytest.mark.parametrize(
    "wrong", ["", "lus.invalid", "javascript:alert(1)", "https://a b", "https://a\r\nX:1"]
)
def test_what_could_carry_more_than_a_link_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="address"):
        replace(INVITATION, meeting=replace(MEETING, link=wrong))
    with pytest.raises(ValueError, match="address"):
        replace(INVITATION, meeting=replace(MEETING, video_url=wrong))
