"""Fastställ spår: by a person, with the suggestion and its reasons kept; red stays red."""

from typing import Any

import pytest

from discharge.actions.answer_planning_field import answer_planning_field
from discharge.actions.confirm_track import confirm_track
from discharge.rules.track_suggestion import suggested_track
from lus.organisations.actor import NotPermitted
from lus.organisations.models import Principal
from lus.refusals import InvalidInput, StageNotAllowed
from lus.swedish_time import local_date
from tests.factories import NOW

from .life import Life, refused

pytestmark = pytest.mark.django_db
TODAY = local_date(NOW)


def halland() -> Life:
    Principal.objects.get_or_create(kind="region", name="Region Mitt", defaults={"code": "13"})
    return Life()


def answer(life: Life, field: str, value: str) -> None:
    life.does(life.ward, answer_planning_field, field=field, value=value, legal_ground="consent")


def suggested(life: Life) -> Any:
    found = suggested_track(life.facts, TODAY)
    assert found is not None
    return found


def test_what_was_suggested_and_why_is_kept_beside_the_choice() -> None:
    life = Life()
    answer(life, "support_ahead", "new")
    life.does(life.ward, confirm_track, track="neutral_c")
    data = life.last("track_confirmed").data
    assert (data["track"], data["suggested"]) == ("neutral_c", "neutral_b")
    assert data["reasons"] == ["Nya insatser behövs hemma."]
    assert life.row.track == "neutral_c"
    assert life.told("track_confirmed") == {"Nacka", "Vårdcentralen Solen"}


def test_a_region_has_its_own_tracks() -> None:
    life = halland()
    assert suggested(life).track.key == "halland_green"
    with refused(InvalidInput, field="track"):
        life.does(life.ward, confirm_track, track="neutral_a")
    life.does(life.ward, confirm_track, track="halland_green")


def test_red_is_not_lowered_by_later_answers() -> None:
    life = halland()
    answer(life, "housing_ahead", "no")
    assert suggested(life).track.key == "halland_red"
    life.does(life.ward, confirm_track, track="halland_red")
    answer(life, "housing_ahead", "yes")
    assert suggested(life).track.key == "halland_red"
    with refused(StageNotAllowed, code="track-kept", field="track"):
        life.does(life.ward, confirm_track, track="halland_green")


def test_red_is_lowered_where_the_routine_says_so() -> None:
    life = halland()
    life.does(life.ward, confirm_track, track="halland_red")
    answer(life, "home_before", "saebo")
    assert suggested(life).track.key == "halland_green"
    life.does(life.ward, confirm_track, track="halland_green")
    assert life.row.track == "halland_green"


def test_the_ward_confirms() -> None:
    life = Life()
    with refused(NotPermitted):
        life.does(life.municipality, confirm_track, track="neutral_a")
