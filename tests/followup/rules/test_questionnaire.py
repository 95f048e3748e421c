"""The questions' files can be asked, the answer's limits hold, and quarters close when they should."""

import json
from datetime import UTC, date, datetime
from hashlib import sha256

import pytest

from followup.rules.figures import Figure, figure, percent
from followup.rules.given_answers import GivenAnswers, faults_of
from followup.rules.quarter import Quarter, quarter_of, read_quarter, week_of
from followup.rules.questionnaire import HEADINGS, KINDS, questionnaire, read_questionnaire

PERSON = questionnaire("sip_person")


@pytest.mark.parametrize(("kind", "items"), [("sip_person", 8), ("sip_child", 5), ("sip_relative", 4)])
def test_every_kind_has_its_questions(kind: str, items: int) -> None:
    asked = questionnaire(kind)
    assert (asked.kind, len(asked.items)) == (kind, items)
    assert {item.heading for item in asked.items} <= HEADINGS.keys()


# What has been given out is never changed: another question is another version, with a new id for the question.
PUBLISHED = {
    ("sip_person", 1): "ab9a1c3063b332bc",
    ("sip_child", 1): "c290edbfd2bb6d92",
    ("sip_relative", 1): "ded15f733db06b5f",
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_version_is_what_it_was_when_it_was_published(kind: str) -> None:
    asked = questionnaire(kind)
    digest = sha256(json.dumps(asked.as_stored(), sort_keys=True).encode()).hexdigest()[:16]
    assert PUBLISHED[kind, asked.version] == digest, "a changed question is a new version"


def test_together_they_ask_about_every_heading() -> None:
    assert {item.heading for kind in KINDS for item in questionnaire(kind).items} == HEADINGS.keys()


def test_what_is_published_reads_back_as_it_was() -> None:
    told = {"kind": PERSON.kind, "version": 1, "language": "sv", **PERSON.as_stored()}
    assert read_questionnaire(told) == PERSON


@pytest.mark.parametrize(
    "wrong",
    [
        {"scale": "stars"},
        {"kind": "staff_party"},
        {"items": []},
        {"items": [{"id": "P1", "heading": "information", "text": "x" * 121}]},
        {"items": [{"id": "P1", "heading": "mat", "text": "Gott?"}]},
        {"items": [{"id": "P1", "heading": "information", "text": "Ja?"}] * 2},
    ],
)
def test_a_file_that_cannot_be_asked_is_refused(wrong: dict[str, object]) -> None:
    told = {"kind": PERSON.kind, "version": 1, "language": "sv", **PERSON.as_stored(), **wrong}
    with pytest.raises(ValueError, match=r".+"):
        read_questionnaire(told)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        (GivenAnswers({"P1": 6}), "P1"),
        (GivenAnswers({"P1": 0}), "P1"),
        (GivenAnswers({"P9": 3}), "P9"),
        (GivenAnswers({"P1": "maybe"}), "P1"),
        (GivenAnswers({"P1": 3}, sex="x"), "sex"),
        (GivenAnswers({"P1": 3}, age_band="7"), "age_band"),
        (GivenAnswers({"P1": 3}, text="å" * 501), "text"),
        (GivenAnswers(), ""),
    ],
)
def test_an_answer_that_cannot_be_is_refused_at_its_field(given: GivenAnswers, field: str) -> None:
    assert [fault.field for fault in faults_of(given, PERSON)] == [field]


def test_any_one_question_is_enough_and_children_are_not_asked_who_they_are() -> None:
    assert list(faults_of(GivenAnswers({"P1": "dont_know"}), PERSON)) == []
    assert list(faults_of(GivenAnswers(text="Bra kaffe."), PERSON)) == []
    child = GivenAnswers({"B1": 3}, sex="woman")
    assert [fault.field for fault in faults_of(child, questionnaire("sip_child"))] == ["sex"]


@pytest.mark.parametrize(
    ("day", "name", "last_answer"),
    [
        (datetime(2026, 3, 31, 21, 59, tzinfo=UTC), "2026-Q1", date(2026, 4, 30)),
        (datetime(2026, 3, 31, 22, 0, tzinfo=UTC), "2026-Q2", date(2026, 7, 30)),
        (datetime(2026, 12, 31, 22, 59, tzinfo=UTC), "2026-Q4", date(2027, 1, 30)),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), "2027-Q1", date(2027, 4, 30)),
    ],
)
def test_a_quarter_is_of_swedish_days_and_closes_thirty_days_after(
    day: datetime, name: str, last_answer: date
) -> None:
    quarter = quarter_of(day)
    assert (str(quarter), quarter.last_answer_day) == (name, last_answer)
    assert read_quarter(name) == quarter


def test_a_round_is_open_the_whole_of_its_last_day() -> None:
    assert Quarter(2026, 1).closes_at == datetime(2026, 4, 30, 22, 0, tzinfo=UTC)


@pytest.mark.parametrize("name", ["2026-Q5", "2026Q1", "26-Q1"])
def test_another_name_is_no_quarter(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        read_quarter(name)


def test_the_week_is_that_of_the_swedish_day() -> None:
    assert week_of(datetime(2026, 12, 31, 12, 0, tzinfo=UTC)) == "2026-W53"
    assert week_of(datetime(2027, 1, 3, 23, 30, tzinfo=UTC)) == "2027-W01"


def test_vet_ej_and_no_answer_are_not_in_the_base() -> None:
    assert figure([5, 4, 1, "dont_know", None], "agree") == Figure(3, 67, 3.3)
    assert figure([3, 3, 2], "smiley") == Figure(3, 67, 2.7)
    assert figure([], "agree") == Figure(0, 0, 0.0)
    assert (percent(1, 8), percent(1, 200), percent(0, 0)) == (13, 1, 0)
