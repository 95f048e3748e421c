"""Which time fits? The vectors of the handbook's SIP page, 6, and what no set of answers may break."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discharge.rules.facts_of_poll import PERSON, SLOT_ANSWERS, Poll, Slot
from sip.rules.poll_ranking import SCORES, ranking, refuse_answers, refuse_slots

AT = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)
A, B, C = (Slot(name, AT + DAY * number) for number, name in enumerate("abc", start=1))


def poll(**answers: str) -> Poll:
    """Answers as one letter for each slot: y, i or n."""
    words = {"y": "yes", "i": "if_needed", "n": "no"}
    said = {who: dict(zip("abc", (words[one] for one in row), strict=True)) for who, row in answers.items()}
    return Poll("vc", AT, (A, B, C), date(2026, 3, 4), "home", ("vc", "nacka"), said)


def order(found: Poll, needed: str = "vc nacka") -> str:
    return "".join(one.slot.slot_id for one in ranking(found, frozenset(needed.split())).ranked)


@pytest.mark.parametrize(
    ("found", "ranked"),
    [
        (poll(), "abc"),  # nobody has said: the earliest first
        (poll(vc="iyy", nacka="yyi"), "bac"),
        (poll(vc="yyy", nacka="yyy", person="nyy"), "bc"),  # the person's no drops a time
        (poll(vc="nyy", nacka="yyn"), "b"),
        (poll(vc="nnn"), ""),
        (poll(guest="nnn", vc="iyi"), "bac"),  # somebody who is only wished for drops none
    ],
)
def test_the_best_time_comes_first(found: Poll, ranked: str) -> None:
    assert order(found) == ranked


def test_when_no_time_is_left_it_is_told_who_blocks_which() -> None:
    found = ranking(poll(vc="nny", nacka="yyy", person="yyn"), frozenset({"vc", "nacka"}))
    assert found.ranked == ()
    assert found.blocked == {"a": ("vc",), "b": ("vc",), "c": (PERSON,)}


def test_what_is_told_of_a_time() -> None:
    best = ranking(poll(vc="yyy", nacka="iny"), frozenset()).ranked[0]
    assert (best.slot.slot_id, best.score, best.yes, best.if_needed, best.unanswered) == ("c", 4, 2, 0, 1)


@given(
    st.dictionaries(
        st.sampled_from(["vc", "nacka", "guest", PERSON]),
        st.tuples(*[st.sampled_from(list(SLOT_ANSWERS))] * 3),
    )
)
def test_every_time_is_ranked_or_blocked_and_no_ranked_time_has_a_no_that_counts(
    said: dict[str, tuple[str, str, str]],
) -> None:
    answers = {who: dict(zip("abc", row, strict=True)) for who, row in said.items()}
    found = ranking(Poll("vc", AT, (A, B, C), AT.date(), "home", (), answers), frozenset({"vc", "nacka"}))
    ids = [one.slot.slot_id for one in found.ranked]
    assert sorted([*ids, *found.blocked]) == ["a", "b", "c"]
    for one in found.ranked:
        given_to_it = {who: row[one.slot.slot_id] for who, row in answers.items()}
        assert "no" not in {given_to_it.get(who) for who in ("vc", "nacka", PERSON)}
        assert one.score == sum(SCORES[answer] for answer in given_to_it.values())
    scores = [one.score for one in found.ranked]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    ("times", "refused"),
    [
        ([AT + DAY], True),
        ([AT + DAY, AT + DAY * 2], False),
        ([AT + DAY * number for number in range(1, 9)], False),
        ([AT + DAY * number for number in range(1, 10)], True),
        ([AT, AT + DAY], True),
        ([AT + DAY, AT + DAY], True),
    ],
)
def test_two_to_eight_times_ahead_each_once(times: list[datetime], refused: bool) -> None:
    assert (refuse_slots(times, AT) is not None) is refused


@pytest.mark.parametrize(
    ("answers", "refused"),
    [
        ({"a": "yes", "b": "no", "c": "if_needed"}, False),
        ({"a": "yes", "b": "no"}, True),
        ({"a": "yes", "b": "no", "c": "maybe"}, True),
        ({"a": "yes", "b": "no", "c": "no", "d": "no"}, True),
    ],
)
def test_each_time_is_answered(answers: dict[str, str], refused: bool) -> None:
    assert (refuse_answers(poll(), answers) is not None) is refused
