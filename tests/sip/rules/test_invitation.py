"""Who gets which file by which number: the handbook's table, and calendars that end up right whatever happened."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sip.rules.invitation import (
    Meeting,
    Method,
    PlaceKind,
    Posting,
    Sent,
    Status,
    again,
    code_ends_at,
    location,
    mailboxes_to_invite,
    next_sequence,
    postings,
)

AT = datetime(2026, 3, 5, 9, 0, tzinfo=UTC)
MEETING = Meeting(AT, 45, PlaceKind.HEALTH_CENTRE, "Storgatan 1, Mellby", "https://lus.invalid/m/1")
ANNA, BO, CILLA = "a@x.invalid", "b@x.invalid", "c@x.invalid"
BOTH = frozenset({ANNA, BO})
SENT = Sent(3, MEETING, BOTH)


def test_the_first_files_have_number_zero() -> None:
    sent, files = postings(None, MEETING, BOTH)
    assert sent == Sent(0, MEETING, BOTH)
    assert files == tuple(Posting(box, Method.REQUEST, Status.CONFIRMED, 0) for box in (ANNA, BO))


CHANGES: list[dict[str, Any]] = [
    {"starts_at": AT + timedelta(hours=1)},
    {"duration_min": 60},
    {"public_address": "Lillgatan 2, Mellby"},
    {"place_kind": PlaceKind.DIGITAL},
    {"link": "https://lus.invalid/m/2"},
    {"video_url": "https://video.invalid/r"},
]


@pytest.mark.parametrize("change", [*CHANGES, CHANGES[0] | CHANGES[2]], ids=str)
def test_what_the_calendar_shows_raises_the_number_by_one_for_everybody(change: dict[str, Any]) -> None:
    sent, files = postings(SENT, replace(MEETING, **change), BOTH)
    assert sent.sequence == 4
    assert files == tuple(Posting(box, Method.REQUEST, Status.CONFIRMED, 4) for box in (ANNA, BO))


def test_what_the_calendar_does_not_show_sends_nothing() -> None:
    assert postings(SENT, MEETING, BOTH) == (SENT, ())


def test_the_same_file_again_has_the_same_number() -> None:
    assert again(SENT, BO) == Posting(BO, Method.REQUEST, Status.CONFIRMED, 3)
    with pytest.raises(KeyError):
        again(SENT, CILLA)


def test_a_new_participant_gets_the_current_number_and_nobody_else_a_file() -> None:
    sent, files = postings(SENT, MEETING, BOTH | {CILLA})
    assert sent == Sent(3, MEETING, BOTH | {CILLA})
    assert files == (Posting(CILLA, Method.REQUEST, Status.CONFIRMED, 3),)


def test_who_is_removed_gets_a_cancel_and_the_meeting_is_not_cancelled() -> None:
    sent, files = postings(SENT, MEETING, frozenset({ANNA}))
    assert files == (Posting(BO, Method.CANCEL, None, 4),)
    assert sent == Sent(4, MEETING, frozenset({ANNA}))


def test_a_cancelled_meeting_is_cancelled_for_all_who_have_it_and_once() -> None:
    cancelled = replace(MEETING, is_cancelled=True)
    sent, files = postings(SENT, cancelled, BOTH | {CILLA})
    assert files == tuple(Posting(box, Method.CANCEL, Status.CANCELLED, 4) for box in (ANNA, BO))
    assert postings(sent, cancelled, BOTH) == (sent, ())


def test_a_cancelled_meeting_never_takes_place_again() -> None:
    cancelled = replace(MEETING, is_cancelled=True)
    with pytest.raises(ValueError, match="another meeting"):
        postings(Sent(4, cancelled, frozenset()), MEETING, BOTH)
    with pytest.raises(ValueError, match="another meeting"):
        postings(None, cancelled, BOTH)


def test_a_protected_person_s_meeting_is_in_nobody_s_calendar() -> None:
    assert mailboxes_to_invite(BOTH, is_protected=False) == BOTH
    nobody = mailboxes_to_invite(BOTH, is_protected=True)
    sent, files = postings(SENT, MEETING, nobody)  # protected after the summons: what was sent is taken back
    assert {(file.mailbox, file.method, file.status) for file in files} == {
        (box, Method.CANCEL, None) for box in BOTH
    }
    assert postings(sent, MEETING, nobody)[1] == ()


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (PlaceKind.HOME, "Se kallelsen"),
        (PlaceKind.WARD, "Storgatan 1, Mellby"),
        (PlaceKind.HEALTH_CENTRE, "Storgatan 1, Mellby"),
        (PlaceKind.MUNICIPALITY, "Storgatan 1, Mellby"),
        (PlaceKind.DIGITAL, "Digitalt"),
        (PlaceKind.PHONE, "Telefon"),
    ],
)
def test_the_place_is_public_or_not_told(kind: PlaceKind, said: str) -> None:
    assert location(kind, " Storgatan 1,\r\n Mellby ") == said
    assert location(kind, "  ") in ("Se kallelsen", "Digitalt", "Telefon")


def test_a_code_holds_a_day_after_the_end() -> None:
    assert code_ends_at(MEETING) == AT + timedelta(minutes=45, hours=24)


def test_two_who_change_one_after_the_other_get_two_numbers() -> None:
    first, _ = postings(SENT, replace(MEETING, duration_min=50), BOTH)
    second, _ = postings(first, replace(MEETING, duration_min=55), BOTH)
    assert (first.sequence, second.sequence) == (4, 5)
    assert next_sequence(second, second.meeting, is_somebody_removed=False) == 5


BOXES = st.frozensets(st.sampled_from([ANNA, BO, CILLA, "d@x.invalid"]))
STEP = st.tuples(st.sampled_from([{}, *CHANGES]), BOXES)


@given(st.lists(STEP, min_size=1, max_size=12), st.booleans(), st.randoms(use_true_random=False))
def test_every_calendar_is_right_in_the_end_in_whatever_order_mail_arrives(
    history: list[tuple[dict[str, Any], frozenset[str]]], ends_cancelled: bool, chance: Random
) -> None:
    sent: Sent | None = None
    arrived: list[tuple[Posting, Meeting, int]] = []
    stamps = count()
    steps = [(replace(MEETING, **change), boxes) for change, boxes in history]
    steps += [(replace(steps[-1][0], is_cancelled=True), steps[-1][1])] if ends_cancelled else []
    for meeting, boxes in steps:
        last = sent
        sent, files = postings(sent, meeting, boxes)
        assert {file.sequence for file in files} <= {sent.sequence}
        if last and meeting != last.meeting:
            assert sent.sequence == last.sequence + 1
        arrived += [(file, meeting, next(stamps)) for file in files]
    chance.shuffle(arrived)
    assert sent
    assert calendars_after(arrived) == dict.fromkeys(sent.mailboxes, sent.meeting)


def calendars_after(arrived: list[tuple[Posting, Meeting, int]]) -> dict[str, Meeting]:
    """What each calendar shows: a file counts when its number, then its stamp, is the highest so far (RFC 5546)."""
    newest: dict[str, tuple[int, int]] = {}
    shows: dict[str, Meeting | None] = {}
    for file, meeting, stamp in arrived:
        if (file.sequence, stamp) > newest.get(file.mailbox, (-1, -1)):
            newest[file.mailbox] = file.sequence, stamp
            shows[file.mailbox] = meeting if file.method is Method.REQUEST else None
    return {box: meeting for box, meeting in shows.items() if meeting}
