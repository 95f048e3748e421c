"""The register by API: to report through the page's own act, and to list one's own."""

from typing import Any

import pytest

from deviations.models import Deviation
from discharge.models import Case
from lus.events.models import Event

from .conftest import Api
from .problem import problem

PATH = "/api/v1/deviations"


def body(addressed: Api, **other: Any) -> dict[str, Any]:
    return {
        "addressed_unit_id": str(addressed.actor.unit_id),
        "event_date": "2026-03-03",
        "reporter_role": "nurse",
        "care_form": "somatic_acute",
        "process_step": 5,
        "code": "K07.2",
        "description": "Underrättelsen kom innan bedömningen var gjord.",
        "consequence": "none",
        "patient_consent": "not_relevant",
        **other,
    }


def test_a_deviation_is_reported_once_and_listed_by_both(ward: Api, municipality: Api, case: Case) -> None:
    sent = body(ward, case_id=str(case.pk))
    first = municipality.post(PATH, sent, key="avvikelse-0001")
    again = municipality.post(PATH, sent, key="avvikelse-0001")
    assert (first.status_code, again.status_code) == (201, 201), first.content
    assert first.json() == again.json()
    number = first.json()["number"]
    assert first["Location"] == f"/deviations/{number}/"
    assert Event.objects.get(name="deviation_reported").data == {"number": number}
    assert [row["number"] for row in ward.get(PATH).json()["results"]] == [number]
    assert [row["number"] for row in municipality.get(f"{PATH}?box=sent").json()["results"]] == [number]
    assert municipality.get(PATH).json() == {"results": [], "next": None}
    assert "description" not in ward.get(PATH).json()["results"][0]


def test_the_list_goes_on_with_a_cursor(ward: Api, municipality: Api) -> None:
    for _ in range(3):
        municipality.post(PATH, body(ward))
    first = ward.get(f"{PATH}?limit=2").json()
    second = ward.get(first["next"]).json()
    numbers = [row["number"] for row in (*first["results"], *second["results"])]
    assert numbers == ["AV-2026-000003", "AV-2026-000002", "AV-2026-000001"]
    assert second["next"] is None


def test_others_see_nothing(ward: Api, municipality: Api, stranger: Api, case: Case) -> None:
    municipality.post(PATH, body(ward))
    for box in ("received", "sent"):
        assert stranger.get(f"{PATH}?box={box}").json()["results"] == []
    problem(stranger.post(PATH, body(ward, case_id=str(case.pk))), 404, "not-found")
    problem(ward.get(f"{PATH}?box=all"), 400, "validation")


def test_a_number_of_a_person_is_refused_and_not_repeated(ward: Api, municipality: Api) -> None:
    sent = body(ward, description="Gäller 900602-2397, utan besked till oss.")
    told = problem(municipality.post(PATH, sent), 422, "personal-data")
    assert told["errors"][0]["pointer"] == "/description"
    assert "2397" not in str(told)
    assert not Deviation.objects.exists()


def test_what_is_asked_about_is_answered_for(ward: Api, municipality: Api) -> None:
    sent = body(ward, description="Dr Ekman lovade att ringa oss samma dag.")
    problem(municipality.post(PATH, sent), 422, "personal-data-suspected")
    assert municipality.post(PATH, sent | {"not_personal": ["staff_name"]}).status_code == 201


@pytest.mark.parametrize(
    ("wrong", "pointer"),
    [
        ({"code": "K77.1"}, "/code"),
        ({"event_date": "2026-03-04"}, "/event_date"),
        ({"process_step": 9}, "/process_step"),
        ({"description": "Kort"}, "/description"),
        ({"description": "å" * 2000}, "/description"),
        ({"delay_days": 3}, "/delay_days"),
        ({"name": "Karin"}, "/name"),
        ({"addressed_unit_id": "01990000-0000-7000-8000-000000000001"}, "/addressed_unit_id"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    ward: Api, municipality: Api, wrong: dict[str, Any], pointer: str
) -> None:
    told = municipality.post(PATH, body(ward) | wrong)
    assert told.status_code in (400, 422)
    assert told.json()["errors"][0]["pointer"] == pointer
    assert not Deviation.objects.exists()


def test_a_text_of_ten_megabytes_is_too_large(ward: Api, municipality: Api) -> None:
    problem(municipality.post(PATH, body(ward, description="x" * 10_000_000)), 413, "too-large")
