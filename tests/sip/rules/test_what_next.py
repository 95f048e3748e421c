"""What waits: a follow-up meeting is called a fortnight before its day."""

from datetime import UTC, date, datetime, timedelta

import pytest

from sip.rules.what_next import PlanStands, what_next

AT = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
DAY = date(2026, 3, 3)


@pytest.mark.parametrize(
    ("days", "words", "late"),
    [
        (15, "Följ upp", False),
        (14, "Kalla till uppföljning", False),
        (0, "Kalla till uppföljning", False),
        (-1, "Följ upp", True),
    ],
)
def test_the_fortnight_before_a_follow_up(days: int, words: str, late: bool) -> None:
    plan = PlanStands("established", True, "given", "vc", frozenset(), None, DAY + timedelta(days=days))
    found = what_next(plan, {"vc"}, AT, DAY)
    assert (found.words, found.late, found.mine) == (words, late, True)
