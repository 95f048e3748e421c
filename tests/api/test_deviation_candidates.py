"""What detectors offer, by API: listed to the unit it was offered to, taken up, put off, dismissed once."""

from uuid import UUID, uuid4

import pytest

from deviations.actions.sweep_candidates import look_again
from deviations.models import Candidate
from discharge.models import Case
from tests.factories import NOW, Place, mark_ready

from .conftest import Api
from .problem import problem
from .test_deviations import PATH as DEVIATIONS
from .test_deviations import body

PATH = "/api/v1/deviation-candidates"


@pytest.fixture
def offered(place: Place, case: Case, municipality: Api) -> Candidate:
    mark_ready(place, case, at=NOW)
    look_again(at=NOW)
    return Candidate.objects.get(detector="AD09", offered_unit_id=municipality.actor.unit_id)


def test_the_own_offers_are_listed_with_their_evidence(
    offered: Candidate, case: Case, municipality: Api, stranger: Api
) -> None:
    (row,) = municipality.get(PATH).json()["results"]
    assert (row["id"], row["detector"], row["code"], row["case_id"]) == (
        str(offered.pk),
        "AD09",
        "K04.1",
        str(case.pk),
    )
    assert row["evidence"].endswith("utan utsedd fast vårdkontakt.")
    assert stranger.get(PATH).json() == {"results": [], "next": None}


def test_the_list_goes_on_with_a_cursor(offered: Candidate, ward: Api) -> None:
    Candidate.objects.filter(offered_unit_id=ward.actor.unit_id).update(so_from=NOW)
    offered.pk, offered.offered_unit_id = uuid4(), UUID(str(ward.actor.unit_id))
    offered.part = "x"
    offered.save(force_insert=True)
    first = ward.get(f"{PATH}?limit=1").json()
    second = ward.get(first["next"]).json()
    assert len({row["id"] for row in (*first["results"], *second["results"])}) == 2
    assert second["next"] is None


def test_an_offer_is_taken_up_by_reporting(
    offered: Candidate, case: Case, municipality: Api, primary_care: Api
) -> None:
    sent = body(primary_care, case_id=str(case.pk), candidate_id=str(offered.pk))
    number = municipality.post(DEVIATIONS, sent).json()["number"]
    offered.refresh_from_db()
    assert offered.deviation is not None
    assert offered.deviation.number == number
    said = problem(municipality.post(DEVIATIONS, sent), 409, "candidate-taken")
    assert said["deviation"] == number
    problem(municipality.post(f"{PATH}/{offered.pk}/dismiss", {"reason": "agreed"}), 409, "candidate-taken")


def test_an_offer_is_dismissed_once_with_a_reason(
    offered: Candidate, municipality: Api, stranger: Api
) -> None:
    path = f"{PATH}/{offered.pk}/dismiss"
    problem(municipality.post(path, {"reason": "trött"}), 400, "validation")
    problem(stranger.post(path, {"reason": "agreed"}), 404, "not-found")
    done = municipality.post(path, {"reason": "agreed"}, key="avvisa-0001")
    again = municipality.post(path, {"reason": "agreed"}, key="avvisa-0001")
    assert (done.status_code, done.json()["state"]) == (201, "dismissed")
    assert again.json() == done.json()
    assert municipality.get(PATH).json()["results"] == []


def test_an_offer_is_put_off(offered: Candidate, municipality: Api) -> None:
    assert municipality.post(f"{PATH}/{offered.pk}/postpone", {}).json()["state"] == "later"
    assert [row["state"] for row in municipality.get(PATH).json()["results"]] == ["later"]


def test_how_often_each_rule_is_taken_up(offered: Candidate, municipality: Api) -> None:
    municipality.post(f"{PATH}/{offered.pk}/dismiss", {"reason": "agreed"})
    rows = {row["detector"]: row for row in municipality.get("/api/v1/deviation-detectors").json()["results"]}
    assert rows["AD09"] == {
        "detector": "AD09",
        "title": "Fast vårdkontakt saknas",
        "offered": 2,
        "accepted": 0,
        "dismissed": 1,
        "acceptance_percent": 0,
        "needs_review": False,
    }
