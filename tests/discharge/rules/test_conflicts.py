"""When an open page has gone stale."""

import pytest

from discharge.events import EVENTS
from discharge.rules.conflicts import STALE, STALE_BY_OWN_UNIT, newer_conflict
from discharge.rules.stage_table import STAGES

from .case_story import NACKA, SOLNA, VC, Story


def told() -> Story:
    return Story().admitted().noticed("09.00")


CASES = [
    ("a receipt disturbs nobody", "mark_ready_for_discharge", lambda s: s.read("09.30", NACKA, "e4"), ""),
    ("the notice was sent meanwhile", "discharge_patient", lambda s: s.ready("11.42"), "ready_notice_sent"),
    (
        "the first contact was named",
        "name_care_contact",
        lambda s: s.tell("10.00", "care_contact_named", VC),
        "care_contact_named",
    ),
    (
        "the date has moved",
        "report_ready_to_receive",
        lambda s: s.tell("10.00", "expected_discharge_changed", new="2026-05-06", recipients=[]),
        "expected_discharge_changed",
    ),
    ("a new need", "send_admission_notice", lambda s: s.tell("10.00", "need_assessed"), "need_assessed"),
    ("home meanwhile", "record_death", lambda s: s.discharged("15.00"), "patient_discharged"),
    ("nothing new", "discharge_patient", lambda s: s, ""),
]


@pytest.mark.parametrize(("life", "act", "meanwhile", "name"), CASES, ids=[row[0] for row in CASES])
def test_what_makes_a_page_stale(life: str, act: str, meanwhile, name: str) -> None:
    story = told()
    seen = len(story.events)
    newer = newer_conflict(act, meanwhile(story).events, seen)
    assert (newer.name if newer else "") == name


def test_what_the_page_showed_is_no_conflict() -> None:
    story = told().ready("11.42")
    assert newer_conflict("discharge_patient", story.events, len(story.events)) is None


def test_only_a_colleague_of_the_same_unit_disturbs_an_answer() -> None:
    events = told().tell("10.00", "planning_started", NACKA, unit_id=NACKA).events
    assert newer_conflict("decline_case", events, 4, unit_id=NACKA) is events[-1]
    assert newer_conflict("decline_case", events, 4, unit_id=SOLNA) is None
    assert newer_conflict("decline_case", events, 4) is None


def test_every_act_has_a_row_and_every_event_exists() -> None:
    assert set(STALE) == set(STAGES)
    assert {
        name for table in (STALE, STALE_BY_OWN_UNIT) for names in table.values() for name in names
    } <= set(EVENTS)
