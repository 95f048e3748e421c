"""Bad input: refused by name, in the request's own words where it stands, and nothing is written."""

from typing import Any
from uuid import uuid4

import pytest

from discharge.models import Case
from tests.factories import a_person

from .acts import READY, events_of, new_case, notice, version
from .conftest import Api
from .problem import problem


@pytest.mark.parametrize(
    ("act", "body", "pointer"),
    [
        ("mark-ready-for-discharge", {**READY, "diagnosis": "I50"}, "/diagnosis"),
        ("start-planning", {"note": "hej"}, "/note"),
    ],
)
def test_a_field_that_does_not_exist_is_refused(
    ward: Api, municipality: Api, case: Case, act: str, body: Any, pointer: str
) -> None:
    who = municipality if act == "start-planning" else ward
    told = problem(who.act(case, act, body), 400, "unknown-field")
    assert [error["pointer"] for error in told["errors"]] == [pointer]


@pytest.mark.parametrize(
    ("where", "pointer"),
    [((), "/notice/diagnosis"), (("needs",), "/notice/needs/diagnosis")],
)
def test_a_fifth_item_in_the_admission_notice_is_refused(
    ward: Api, municipality: Api, primary_care: Api, where: tuple[str, ...], pointer: str
) -> None:
    sent = notice(ward, municipality, primary_care)
    target = sent
    for name in where:
        target = target[name]
    target["diagnosis"] = "hjärtsvikt"
    told = problem(
        ward.post("/api/v1/cases", new_case(a_person(), notice=sent)), 400, "statutory-fields-only"
    )
    assert told["errors"][0]["pointer"] == pointer
    assert "namn, personnummer, folkbokföringsadress och beräknad utskrivning" in told["detail"]
    assert not Case.objects.exists()
    assert "hjärtsvikt" not in str(told)


def test_a_time_without_offset_is_refused(ward: Api, case: Case) -> None:
    told = problem(
        ward.act(case, "mark-ready-for-discharge", {**READY, "assessed_at": "2026-03-03T09:30:00"}),
        400,
        "validation",
    )
    assert told["errors"][0]["pointer"] == "/assessed_at"
    assert told["errors"][0]["code"] == "offset"


@pytest.mark.parametrize(
    "value", ["9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00", "i går", 17, None, ""]
)
def test_a_time_that_cannot_be_read_is_refused(ward: Api, case: Case, value: Any) -> None:
    problem(ward.act(case, "mark-ready-for-discharge", {**READY, "assessed_at": value}), 400, "validation")


@pytest.mark.parametrize("sent", ["{", "[1]", '"text"', "NaN", "5", "null", '{"a":'])
def test_a_body_that_is_no_object_is_refused(ward: Api, case: Case, sent: str) -> None:
    problem(ward.act(case, "mark-ready-for-discharge", sent), 400, "malformed")


def test_a_time_before_the_admission_leaves_nothing(ward: Api, case: Case) -> None:
    before = events_of(case)
    sent = {"left_at": "2026-03-01T10:00:00+01:00", "destination": "home", "late_reason": "glömt"}
    told = problem(
        ward.act(case, "discharge-patient", sent, **{"If-Match": version(case)}), 422, "before-admission"
    )
    assert told["advice"]
    assert events_of(case) == before


def test_municipal_health_care_demands_outpatient_care(
    ward: Api, municipality: Api, primary_care: Api
) -> None:
    sent = notice(ward, municipality, primary_care)
    sent["recipients"].pop()
    problem(ward.post("/api/v1/cases", new_case(a_person(), notice=sent)), 409, "primary-care-required")
    assert not Case.objects.exists()


def test_an_unknown_unit_is_refused(ward: Api, municipality: Api, primary_care: Api) -> None:
    sent = notice(ward, municipality, primary_care)
    sent["recipients"][0]["unit_id"] = str(uuid4())
    problem(ward.post("/api/v1/cases", new_case(a_person(), notice=sent)), 422, "unknown-unit")
