"""Planning worked out from facts: who owns a question, what a track needs, what ADL says."""

import pytest

from discharge.rules.adl import FIELDS as ADL_FIELDS
from discharge.rules.adl import changed_items, is_old, needs_two, personal_sum
from discharge.rules.facts_of_planning import AdlAssessment, AdlItem
from discharge.rules.planning_basis import asked_fields, fields_of, settled_of
from discharge.rules.planning_fields import ALL, FIELDS, OWNER_WORDS
from discharge.rules.steps import STEPS
from discharge.rules.track_records import BY_KEY, TRACKS
from discharge.rules.track_suggestion import suggested_track
from discharge.rules.tracks import tracks_of

from .case_story import NACKA, PSYK, VC, WARD, Story, local

DAY = local("2026-05-04 12.00").date()


def told(*units: str) -> Story:
    return Story().admitted().noticed("09.00", *units)


def answered(story: Story, field: str, value: str, by: str = WARD) -> Story:
    return story.tell(
        "10.00",
        "planning_field_answered",
        by,
        field=field,
        value=value,
        not_applicable=False,
        unit_id=by,
        legal_ground="consent",
    )


def assessed(*items: AdlItem) -> AdlAssessment:
    return AdlAssessment("e1", WARD, "Avd 72", "Karin", "ward_staff", local("2026-05-04 10.00"), items)


def test_the_list_is_sound_data() -> None:
    assert len({field.key for field in FIELDS}) == len(FIELDS)
    for field in FIELDS:
        assert field.owner in OWNER_WORDS
        assert field.readers
        assert field.readers <= ALL
        assert field.label.endswith("?")


def test_nobody_is_asked_for_a_unit_that_is_not_in_the_case() -> None:
    assert asked_fields(Story().admitted().facts()) == ()
    without = {one.field.key for one in asked_fields(told(VC).facts())}
    assert "door" not in without
    assert "follow_up" in without


def test_outpatient_care_answers_in_whichever_form_it_is_there() -> None:
    assert {one.field.key for one in fields_of(told(PSYK).facts(), PSYK)} == {"follow_up", "rehab_ahead"}


def test_a_moved_question_returns_when_its_new_unit_leaves() -> None:
    story = told().tell(
        "10.00", "planning_field_reassigned", NACKA, field="door", from_unit_id=NACKA, unit_id=VC
    )
    assert "door" in {one.field.key for one in fields_of(story.facts(), VC)}
    story.tell("11.00", "case_declined", VC, unit_id=VC, reason="no_need_of_us")
    assert "door" in {one.field.key for one in fields_of(story.facts(), NACKA)}


def test_settled_counts_answers_and_not_relevant() -> None:
    story, later = answered(told(), "transport", "taxi"), "2026-05-05T10:00:00+00:00"
    story.tell("10.05", "planning_field_unknown", field="matters", chase_at=later, unit_id=WARD)
    assert settled_of(story.facts())[0] == 1


def test_the_tracks_are_sound_data() -> None:
    steps = {key for key, _, _ in STEPS}
    assert len(BY_KEY) == len(TRACKS)
    for track in TRACKS:
        assert set(track.required_steps) <= steps
        assert track.source
    for region in ("", "01", "13", "18"):
        found = tracks_of(region, DAY)
        assert len({track.letter for track in found}) == len(found)
    assert [track.letter for track in tracks_of("13", DAY)] == ["G", "Y", "R"]
    assert tracks_of("06", DAY) == tracks_of("", DAY)


def test_colours_that_could_not_be_read_have_none() -> None:
    stockholm = tracks_of("01", DAY)
    assert {track.colour for track in stockholm if track.covered_by_act} == {"neutral"}
    assert [track.colour for track in stockholm if not track.covered_by_act] == ["gra"]


@pytest.mark.parametrize(
    ("field", "value", "key", "reason"),
    [
        ("transport", "taxi", "neutral_a", "Inget pekar på ändrade behov."),
        ("support_ahead", "more", "neutral_b", "Mer stöd behövs hemma."),
        ("housing_ahead", "unsure", "neutral_b", "Det är osäkert om personen kan bo som förut."),
        ("housing_ahead", "no", "neutral_c", "Personen kan inte bo som förut."),
        ("rehab_ahead", "place", "neutral_c", "Rehabilitering på en plats behövs."),
    ],
)
def test_an_answer_points_to_a_track_and_says_why(field: str, value: str, key: str, reason: str) -> None:
    found = suggested_track(answered(told(), field, value).facts(), DAY)
    assert found is not None
    assert (found.track.key, found.reasons) == (key, (reason,))


def adl(**item: object) -> Story:
    row = {"key": "eat", "before": 0, "now": 1, "carers": 0, "aid": "", **item}
    return told().tell(
        "10.00",
        "adl_assessed",
        unit_id=WARD,
        assessed_by_role="ward_staff",
        assessed_at="2026-05-04T08:00:00+00:00",
        items=[row],
        comment="",
        legal_ground="consent",
    )


def test_adl_points_to_a_track() -> None:
    worse, two = suggested_track(adl().facts(), DAY), suggested_track(adl(carers=2).facts(), DAY)
    assert worse is not None
    assert two is not None
    assert (worse.track.letter, worse.reasons) == ("B", ("ADL är försämrad i 1 av 1 punkter.",))
    assert (two.track.letter, two.reasons) == ("C", ("Dubbelbemanning behövs.",))


def test_the_sum_is_of_the_five_personal_fields_and_only_when_all_are_judged() -> None:
    five = [AdlItem(field.key, 0, 3) for field in ADL_FIELDS if field.summed]
    assert personal_sum(assessed(*five)) == 15
    assert personal_sum(assessed(*five, AdlItem("cook", 0, 3))) == 15
    assert personal_sum(assessed(*five[1:], AdlItem("eat", 0, 9))) is None
    assert personal_sum(assessed(*five[1:])) is None


def test_changed_is_worse_and_not_judged_is_not_changed() -> None:
    items = (AdlItem("eat", 1, 0), AdlItem("wash", 0, 1), AdlItem("dress", 9, 3), AdlItem("toilet", 0, 9))
    assert [item.key for item in changed_items(assessed(*items))] == ["wash"]


def test_two_carers_anywhere_is_double_staffing() -> None:
    assert needs_two(assessed(AdlItem("eat", 0, 1), AdlItem("transfer", 0, 3, carers=2)))
    assert not needs_two(assessed(AdlItem("eat", 0, 1, carers=1)))


def test_an_assessment_is_old_after_72_hours() -> None:
    one = assessed(AdlItem("eat", 0, 1))
    assert not is_old(None, local("2026-05-30 10.00"))
    assert not is_old(one, local("2026-05-07 10.00"))
    assert is_old(one, local("2026-05-07 10.01"))
