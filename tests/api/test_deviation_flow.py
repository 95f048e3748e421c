"""One deviation by API: read by its own sides, acted on through the pages' functions, refused with what can be done."""

from typing import Any

import pytest

from deviations.flow_api import FLOW_ROUTES
from deviations.models import Deviation

from .conftest import Api
from .problem import problem
from .test_deviations import PATH, body

WHY = "Underlaget räckte inte för vår bedömning."


@pytest.fixture
def path(ward: Api, municipality: Api) -> str:
    return f"{PATH}/{municipality.post(PATH, body(ward)).json()['number']}"


def test_from_report_to_closing(ward: Api, municipality: Api, path: str) -> None:
    told = ward.get(path).json()
    assert told["acts"][:2] == ["acknowledge-deviation", "assess-deviation"]
    assert [duty["code"] for duty in told["duties"]] == [
        "acknowledge_deviation",
        "assess_deviation",
        "give_deviation_feedback",
    ]
    assert told["duties"][0]["reference"] == "Lokal tidsgräns (ej fastställd)"
    steps: list[tuple[Api, str, dict[str, Any]]] = [
        (ward, "assess-deviation", {"severity": 2}),
        (ward, "request-deviation-completion", {"text": WHY}),
        (municipality, "complete-deviation", {"text": "Besked kom dagen efter."}),
        (ward, "decide-deviation-action", {"text": WHY, "owner_role": "nurse", "due": "2026-04-01"}),
        (ward, "give-deviation-feedback", {"text": "Tack, vi ändrar rutinen."}),
        (municipality, "accept-deviation-answer", {}),
    ]
    for who, act, sent in steps:
        answer = who.post(f"{path}/acts/{act}", sent)
        assert answer.status_code == 201, answer.content
    assert answer.json() == {"number": path.rpartition("/")[2], "version": 7, "state": "closed"}
    read = municipality.get(path).json()
    assert [one["kind"] for one in read["entries"]] == ["asked", "completed", "action", "feedback"]
    assert (read["measures"][0]["owner_role"], read["measures"][0]["done_at"]) == ("nurse", None)
    assert municipality.get(path, **{"If-None-Match": '"7"'}).status_code == 304


def test_who_comes_second_reads_what_can_be_done(ward: Api, path: str) -> None:
    act = f"{path}/acts/acknowledge-deviation"
    assert ward.post(act, {}).status_code == 201
    told = problem(ward.post(act, {}), 409, "deviation-state")
    assert "mottagen" in told["detail"]
    assert told["state"] == "received"
    assert told["allowed_acts"][0]["act"] == "assess-deviation"


def test_the_same_key_does_it_once(ward: Api, path: str) -> None:
    act = f"{path}/acts/comment-deviation"
    sent = {"text": "Vi återkommer i veckan."}
    first, again = (ward.post(act, sent, key="kommentar-0001") for _ in range(2))
    assert first.json() == again.json()
    assert "text" not in first.json()
    assert len(ward.get(path).json()["entries"]) == 1


def test_others_get_the_answer_that_there_is_none(primary_care: Api, path: str) -> None:
    problem(primary_care.get(path), 404, "not-found")
    for route in FLOW_ROUTES:
        problem(primary_care.post(f"{path}/acts/{route.name}", {}), 404, "not-found")


def test_internal_notes_are_not_sent_to_the_reporter(ward: Api, municipality: Api, path: str) -> None:
    ward.post(f"{path}/acts/note-deviation-internally", {"text": "Fråga läkarchefen på måndag."})
    assert [one["kind"] for one in ward.get(path).json()["entries"]] == ["internal"]
    read = municipality.get(path)
    assert read.json()["entries"] == []
    assert "läkarchefen" not in read.content.decode()
    assert "internally" not in str(read.json()["events"])


@pytest.mark.parametrize(
    ("act", "sent", "pointer"),
    [
        ("assess-deviation", {"severity": 9}, "/severity"),
        ("decide-deviation-action", {"text": WHY, "owner_role": "nurse"}, "/due"),
        ("decide-deviation-action", {"text": WHY, "owner_role": "nurse", "due": "2026-03-01"}, "/due"),
        ("decide-no-deviation-action", {"text": " "}, "/text"),
        ("comment-deviation", {"text": "Gäller 900602-2397."}, "/text"),
        (
            "reroute-deviation",
            {"text": WHY, "to_unit_id": "01990000-0000-7000-8000-000000000001"},
            "/to_unit_id",
        ),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    ward: Api, path: str, act: str, sent: dict[str, Any], pointer: str
) -> None:
    answer = ward.post(f"{path}/acts/{act}", sent)
    assert answer.status_code in (400, 422)
    assert answer.json()["errors"][0]["pointer"] == pointer
    assert "2397" not in answer.content.decode()
    assert Deviation.objects.get().state == "registered"
