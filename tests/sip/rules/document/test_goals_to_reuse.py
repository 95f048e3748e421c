"""Återanvänd mål: what of an earlier plan is offered, and how it stands in the new one."""

from datetime import UTC, date, datetime
from uuid import UUID, uuid5

from sip.rules.document.goals_to_reuse import goals_to_reuse
from sip.rules.document.row import Row

PLAN = str(UUID(int=7))
TODAY = date(2026, 3, 5)
OLD, SUB, OTHER = (str(UUID(int=number)) for number in (1, 2, 3))


def row(row_id: str, section: str = "goal", **values: str) -> Row:
    return Row(row_id, section, values, 1, datetime(2026, 1, 1, tzinfo=UTC))


def here(old: str) -> str:
    return str(uuid5(UUID(PLAN), old))


def test_goals_keep_their_order_and_a_sub_goal_follows_what_it_was_part_of() -> None:
    older = [
        row(OLD, words="Duscha själv.", target_on="2026-01-01"),
        row(OTHER, "need", words="Trött."),
        row(SUB, words="Ta på sockor.", part_of=OLD, target_on="2026-05-01"),
    ]
    long_term, sub_goal = goals_to_reuse(older, [], PLAN, TODAY)
    assert (long_term.id, dict(long_term.values)) == (here(OLD), {"words": "Duscha själv."})
    assert dict(sub_goal.values) == {
        "words": "Ta på sockor.",
        "part_of": here(OLD),
        "target_on": "2026-05-01",
    }


def test_what_the_plan_says_already_is_not_offered() -> None:
    older = [row(OLD, words="Duscha själv."), row(SUB, words="Ta på sockor.", part_of=OLD)]
    said = [row(OTHER, words="  duscha  SJÄLV. ")]
    (left,) = goals_to_reuse(older, said, PLAN, TODAY)
    assert dict(left.values) == {"words": "Ta på sockor."}
    assert goals_to_reuse(older, [*said, row(here(SUB), words="Ta på skor.")], PLAN, TODAY) == ()
