"""Which units owe a receipt when the expected date moves."""

from datetime import date, time

import pytest

from discharge.rules.date_change import WHY, touched_units
from discharge.rules.facts import CaseFacts
from lus.opening_hours import OFFICE_HOURS, Hours

from .case_story import NACKA, VC, Story

WEEKDAYS = OFFICE_HOURS
EVERY_DAY = Hours(dict.fromkeys(range(7), (time(7), time(21))))


def story(first_contact: str | None = None, expected: str = "2026-05-07") -> CaseFacts:
    told = Story().admitted().noticed("09.00", expected=expected)
    if first_contact:
        told.tell(
            "10.00",
            "unit_ready_to_receive",
            NACKA,
            unit_id=NACKA,
            what="hemtjänst",
            first_contact_at=first_contact,
        )
    return told.facts()


@pytest.mark.parametrize(
    ("new", "why"),
    [
        ("2026-05-06", ("earlier",)),
        ("2026-05-08", ()),
        ("2026-05-09", ("much_later",)),
    ],
    ids=["a day earlier", "a day later", "two days later"],
)
def test_moved_earlier_or_much_later_touches_everybody(new: str, why: tuple[str, ...]) -> None:
    found = touched_units(story(), date.fromisoformat(new), {})
    assert found == ({NACKA: why, VC: why} if why else {})


def test_a_stated_first_contact_on_the_old_day_or_after_is_touched_by_one_day() -> None:
    new = date(2026, 5, 8)
    assert touched_units(story("2026-05-07T15:00:00+02:00"), new, {}) == {NACKA: ("first_contact",)}
    assert touched_units(story("2026-05-06T15:00:00+02:00"), new, {}) == {}


def test_a_unit_that_is_closed_on_the_new_day_is_touched() -> None:
    friday = story(expected="2026-05-08")
    hours = {NACKA: WEEKDAYS, VC: EVERY_DAY}
    assert touched_units(friday, date(2026, 5, 9), hours) == {NACKA: ("closed",)}


def test_red_days_close_a_door_that_weekdays_open() -> None:
    before_ascension = story(expected="2026-05-13")
    found = touched_units(before_ascension, date(2026, 5, 14), {NACKA: WEEKDAYS, VC: EVERY_DAY})
    assert found == {NACKA: ("closed",)}


def test_a_unit_without_known_hours_is_not_called_closed() -> None:
    assert touched_units(story(expected="2026-05-08"), date(2026, 5, 9), {}) == {}


def test_every_reason_has_words() -> None:
    assert all(WHY.values())
