"""A case with answers to the home-ready list, for the tests of its rules."""

from typing import Any

from discharge.rules.home_ready.shipped import shipped
from discharge.rules.home_ready.standing import HomeReady, Standing, home_ready
from tests.discharge.rules.case_story import NACKA, VC, WARD, Story

SIDES = {WARD: ("S", "P"), NACKA: ("K",), VC: ("O",)}


def answer(story: Story, clock: str, unit: str, point: str, said: str = "yes", **data: Any) -> Story:
    owners = shipped().point(point)
    assert owners is not None
    sides = [side for side in owners.owners if side in SIDES[unit]]
    return story.tell(
        clock,
        "home_ready_point_answered",
        unit,
        point=point,
        text="",
        answer=said,
        sides=sides,
        unit_id=unit,
        **data,
    )


def answer_all(story: Story, clock: str, *, without: tuple[str, ...] = ()) -> Story:
    """Let every owner that is in the case say yes to every blocking point that people answer."""
    for item in shown(story).deciding:
        if item.auto is None and item.point.id not in without:
            for unit in (WARD, NACKA, VC):
                if set(SIDES[unit]) & set(item.open_sides):
                    answer(story, clock, unit, item.point.id)
    return story


def shown(story: Story) -> HomeReady:
    return home_ready(story.facts(), shipped())


def point(story: Story, point_id: str) -> Standing | None:
    return next((item for item in shown(story).points if item.point.id == point_id), None)


def is_blocking_here(story: Story, point_id: str) -> bool:
    item = point(story, point_id)
    return item is not None and item.point.blocking
