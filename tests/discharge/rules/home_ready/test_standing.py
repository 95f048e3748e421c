"""The list in a case: what is shown, who must answer, when somebody is home-ready."""

from dataclasses import replace

import pytest

from discharge.rules.home_ready.news import home_ready_news
from discharge.rules.home_ready.shipped import shipped
from discharge.rules.home_ready.standing import owner_unit
from discharge.rules.labels import case_label
from tests.discharge.rules.case_story import NACKA, VC, WARD, Story

from .home_story import answer, answer_all, is_blocking_here, point, shown


def noticed(**needs: bool | None) -> Story:
    return Story().admitted("08.00", **needs).noticed()


def tell_at_opening(story: Story, **data: str) -> None:
    first = story.events[0]
    story.events[0] = replace(first, data={**first.data, **data})


def of_care(care_form: str, legal_status: str = "none") -> Story:
    story = noticed()
    tell_at_opening(story, care_form=care_form, legal_status=legal_status)
    return story


def ready_and_read(story: Story | None = None) -> Story:
    story = (story or noticed(social_services=True)).ready("10.00")
    notice = story.last
    story.read("10.10", NACKA, notice).read("10.20", VC, notice)
    return story.tell(
        "10.30", "care_contact_named", VC, unit_id=VC, name="Eva", title="dsk", phone="", phone_function=""
    )


def test_without_the_municipality_no_municipal_point_is_shown() -> None:
    story = Story().admitted(municipal_health=False, social_services=False).noticed("09.00", VC)
    assert point(story, "CL-K1") is None
    assert point(story, "CL-B1") is not None


def test_what_nobody_has_said_is_shown() -> None:
    assert is_blocking_here(noticed(social_services=None, municipal_health=None), "CL-K1")
    assert is_blocking_here(noticed(), "CL-I4")


@pytest.mark.parametrize("point_id", ["CL-P1", "CL-P2", "CL-P3"])
def test_psychiatric_care_has_its_own_blocking_points(point_id: str) -> None:
    assert is_blocking_here(of_care("psychiatric_adult"), point_id)
    assert point(noticed(), point_id) is None


def test_a_coordinated_care_plan_belongs_to_compulsory_care() -> None:
    assert is_blocking_here(of_care("psychiatric_adult", "opt"), "CL-P5")
    assert point(of_care("psychiatric_adult"), "CL-P5") is None


@pytest.mark.parametrize(
    ("of_age_from", "expected", "is_shown"),
    [
        ("2026-05-09", "2026-05-08", True),  # 17 years and 364 days
        ("2026-05-08", "2026-05-08", False),
        ("", "2026-05-08", False),
    ],
)
def test_a_childs_points_go_away_on_the_eighteenth_birthday(
    of_age_from: str, expected: str, is_shown: bool
) -> None:
    story = Story().admitted().noticed(expected=expected)
    tell_at_opening(story, of_age_from=of_age_from)
    assert [point(story, f"CL-C{number}") is not None for number in (1, 2, 3)] == [is_shown] * 3


def test_an_age_that_nobody_knows_shows_the_childs_points() -> None:
    assert is_blocking_here(noticed(), "CL-C1")


def test_the_weekend_point_follows_the_expected_day() -> None:
    assert is_blocking_here(Story().admitted().noticed(expected="2026-05-09"), "CL-K8")
    assert point(Story().admitted().noticed(expected="2026-05-08"), "CL-K8") is None


def test_a_shared_point_is_yes_when_every_owner_in_the_case_has_said_so() -> None:
    story = answer(ready_and_read(), "11.00", WARD, "CL-H1")
    item = point(story, "CL-H1")
    assert item is not None
    assert (item.answer, item.open_sides) == ("", ("O", "K"))
    answer(answer(story, "11.10", VC, "CL-H1"), "11.10", NACKA, "CL-H1", "not_applicable", comment="Inga")
    after = point(story, "CL-H1")
    assert after is not None
    assert (after.answer, len(after.answers), after.is_done) == ("yes", 3, True)


def test_a_shared_point_does_not_wait_for_a_municipality_that_is_not_concerned() -> None:
    story = answer(
        Story().admitted(municipal_health=False, social_services=False).noticed("09.00", VC),
        "10.00",
        WARD,
        "CL-H1",
    )
    answer(story, "10.10", VC, "CL-H1")
    item = point(story, "CL-H1")
    assert item is not None
    assert item.answer == "yes"


def test_one_no_is_a_no_whatever_the_others_say() -> None:
    story = answer(answer(ready_and_read(), "11.00", WARD, "CL-L3"), "11.10", NACKA, "CL-L3", "no")
    item = point(story, "CL-L3")
    assert item is not None
    assert item.answer == "no"


def test_a_point_that_the_log_answers_follows_the_log_back() -> None:
    story = noticed().ready("10.00")
    sent = point(story, "CL-A1")
    assert sent is not None
    assert sent.auto is not None
    assert (sent.answer, sent.auto.event_id) == ("yes", story.last)
    story.tell("11.00", "ready_notice_withdrawn", reason="deteriorated", recipients=[])
    again = point(story, "CL-A1")
    assert again is not None
    assert again.answer == ""


def test_the_notice_is_read_by_all_when_the_last_unit_has_read_it() -> None:
    story = noticed().ready("10.00")
    notice = story.last
    waiting = point(story.read("10.10", NACKA, notice), "CL-A4")
    assert waiting is not None
    assert waiting.auto is not None
    assert (waiting.answer, waiting.auto.waiting) == ("", (VC,))
    assert owner_unit(waiting, story.facts()) == VC
    read = point(story.read("10.20", VC, notice), "CL-A4")
    assert read is not None
    assert read.answer == "yes"


def test_a_withdrawn_notice_asks_again_for_what_must_be_checked_again() -> None:
    story = answer_all(ready_and_read(), "11.00")
    recheck = {item.point.id for item in shown(story).points if item.point.recheck and item.answers}
    kept = {item.point.id for item in shown(story).points if not item.point.recheck and item.answers}
    assert recheck
    assert kept
    story.tell("12.00", "ready_notice_withdrawn", reason="deteriorated", recipients=[])
    after = {item.point.id: item for item in shown(story).points}
    assert {
        point_id for point_id in recheck if after[point_id].answer == "" and after[point_id].again
    } == recheck
    assert all(after[point_id].is_done for point_id in kept)
    assert all(after[point_id].answers for point_id in recheck), "the earlier answers are kept"


def test_a_hidden_answer_comes_back_with_its_condition() -> None:
    story = answer(noticed(), "10.00", NACKA, "CL-K1")
    story.tell("11.00", "need_assessed", municipal_health=False, social_services=False, outpatient=True)
    assert point(story, "CL-K1") is None
    story.tell("12.00", "need_assessed", municipal_health=True, social_services=False, outpatient=True)
    item = point(story, "CL-K1")
    assert item is not None
    assert item.answer == "yes"


def test_home_ready_is_reached_by_the_last_blocking_point_and_lost_with_it() -> None:
    story = answer_all(ready_and_read(), "11.00", without=("CL-K2",))
    assert [item.point.code for item in shown(story).open] == ["K2"]
    assert home_ready_news(story.facts(), shipped()) is None
    answer(answer(story, "11.10", WARD, "CL-K2"), "11.10", NACKA, "CL-K2")
    assert home_ready_news(story.facts(), shipped()) == ("home_ready_reached", {"checklist": "CHK-SE-1"})
    story.tell("11.10", "home_ready_reached", checklist="CHK-SE-1")
    assert home_ready_news(story.facts(), shipped()) is None
    assert case_label(story.facts(), day=1).text == "Hemgångsklar, dag 1"
    answer(
        story, "11.20", NACKA, "CL-K2", "no", planned_at=story.at("15.00").isoformat(), responsible_id=NACKA
    )
    assert home_ready_news(story.facts(), shipped()) == ("home_ready_lost", {"points": ["CL-K2"]})


def test_the_handover_point_waits_for_the_discharge_and_decides_nothing_before() -> None:
    story = answer_all(ready_and_read(), "11.00")
    item = point(story, "CL-I1")
    assert item is not None
    assert item.later
    assert shown(story).is_home_ready


def test_the_one_thing_named_is_the_hindrance_that_is_solved_first() -> None:
    story = ready_and_read()
    answer(story, "11.00", WARD, "CL-K4", "no", planned_at=story.at("16.00").isoformat(), responsible_id=WARD)
    answer(
        story, "11.10", NACKA, "CL-K2", "no", planned_at=story.at("15.00").isoformat(), responsible_id=NACKA
    )
    item = shown(story).first_open
    assert item is not None
    assert (item.point.code, owner_unit(item, story.facts())) == ("K2", NACKA)


def test_nobody_is_home_ready_without_being_ready() -> None:
    story = answer_all(noticed(), "11.00")
    assert "CL-A1" in [item.point.id for item in shown(story).open]
    assert not shown(story).is_home_ready
