"""Patientens information: written in versions, given once or declined, and what that means for the handover."""

import pytest

from discharge.actions.give_patient_summary import give_patient_summary
from discharge.actions.send_handover import send_handover
from discharge.actions.write_patient_summary import write_patient_summary
from lus.refusals import InvalidInput, StalePage
from lus.swedish_time import end_of_local_day, local_date

from .life import Life, refused
from .lives import summary_written

TESTED_ACTS = ("write_patient_summary", "give_patient_summary")
WORDS = {"done": "Du fick vård.", "medicines": "Inga nya.", "watch_for": "Feber."}


def test_each_writing_is_a_version_and_the_last_one_counts() -> None:
    life = summary_written()
    life.does(life.ward, write_patient_summary, **{**WORDS, "watch_for": "Feber över 38 grader."})
    assert [one.version for one in life.facts.leaving.summaries] == [1, 2]
    assert life.facts.leaving.summaries[-1].watch_for == "Feber över 38 grader."


@pytest.mark.parametrize("field", WORDS)
def test_the_three_parts_are_needed(field: str) -> None:
    life = Life()
    with refused(InvalidInput, field=field):
        life.does(life.ward, write_patient_summary, **{**WORDS, field: " "})


def test_the_patient_is_informed_the_day_of_the_discharge() -> None:
    life = summary_written().left()
    assert "give_patient_summary" in life.owes(life.ward)
    (duty,) = [one for one in life.duties() if one.code == "give_patient_summary"]
    assert (duty.basis, duty.reference) == ("law", "Patientlagen 3 kap. 2 b §")
    assert duty.due_at == end_of_local_day(local_date(life.at))
    life.does(life.ward, give_patient_summary, form="both", language="sv-easy")
    assert "give_patient_summary" not in life.owes(life.ward)
    given = life.last("patient_summary_given").data
    assert (given["version"], given["given_by"]) == (1, life.ward.name)
    assert life.told("patient_summary_given") == {"Vårdcentralen Solen"}


def test_what_was_given_on_paper_is_a_part_of_the_handover() -> None:
    life = summary_written()
    life.does(life.ward, give_patient_summary, form="written")
    life.does(life.ward, send_handover)
    assert life.last("handover_sent").data["parts"] == ["patient_summary"]
    version = life.facts.version
    life.does(life.ward, give_patient_summary, form="written", to="relative")
    assert [event.name for event in life.new_since(version)] == ["patient_summary_given"]


@pytest.mark.parametrize(("form", "reason"), [("declined", "avstod"), ("oral", "muntligt")])
def test_without_paper_the_part_is_not_needed_and_says_why(form: str, reason: str) -> None:
    life = Life()
    life.does(life.ward, give_patient_summary, form=form)
    part = life.facts.leaving.part("patient_summary")
    assert part.not_needed_at is not None
    assert reason in part.reason
    assert "give_patient_summary" not in life.left().owes(life.ward)


def test_paper_needs_something_written() -> None:
    life = Life()
    with refused(InvalidInput, field="form", says="ingen skriftlig information"):
        life.does(life.ward, give_patient_summary, form="both")


@pytest.mark.parametrize("field", ["form", "language", "to"])
def test_what_is_not_in_the_list_is_refused(field: str) -> None:
    life = summary_written()
    with refused(InvalidInput, field=field):
        life.does(life.ward, give_patient_summary, **{"form": "both", field: "annat"})


def test_a_version_that_came_meanwhile_is_read_before_it_is_given() -> None:
    life = summary_written()
    seen = life.facts.version
    life.does(life.ward, write_patient_summary, **WORDS)
    with refused(StalePage):
        life.does(life.ward, give_patient_summary, form="both", seen_version=seen)
