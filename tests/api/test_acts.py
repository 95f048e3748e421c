"""Acts by API: done through the page's own functions, once, and refused with the same words."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from discharge.models import Case
from lus.access_log.models import Entry
from lus.events.models import Event
from tests.factories import NOW, a_person, mark_ready

from .acts import READY, events_of, new_case, notice, version
from .conftest import EARLIER, Api
from .problem import problem


def test_a_patient_goes_home_by_api_alone(ward: Api, municipality: Api, primary_care: Api) -> None:
    body = new_case(a_person(), notice=notice(ward, municipality, primary_care))
    opened = ward.post("/api/v1/cases", body)
    assert opened.status_code == 201, opened.content
    case = Case.objects.get(pk=opened.json()["case_id"])
    assert opened["Location"] == f"/api/v1/cases/{case.pk}"
    assert opened["ETag"] == version(case)

    shown = municipality.get(f"/api/v1/cases/{case.pk}").json()
    mine = [item for item in shown["deliveries"] if item["unit_id"] == str(municipality.actor.unit_id)]
    steps = [
        (municipality, "acknowledge", {"message_id": mine[0]["message_id"]}),
        (primary_care, "name-care-contact", {"name": "Eva Nord", "title": "dsk"}),
        (ward, "mark-ready-for-discharge", READY),
        (primary_care, "state-outpatient-readiness", {"ready": True}),
        (municipality, "report-ready-to-receive", {"what": "Hemtjänst från i morgon"}),
        (ward, "send-handover", {"parts": ["discharge_information", "medicine_list"]}),
        (ward, "discharge-patient", {"left_at": "2026-03-03T10:00:00+01:00", "destination": "home"}),
    ]
    for who, act, sent in steps:
        done = who.act(case, act, sent, **{"If-Match": version(case)})
        assert done.status_code == 201, (act, done.content)
        assert done.json()["events"]
    assert done.json()["axes"]["stay"] == "discharged"
    by_api = Event.objects.filter(case_id=case.pk).exclude(actor_kind="clock")
    assert set(by_api.values_list("source", "actor_kind")) == {("api", "client")}


def test_a_stay_is_registered_without_a_notice(ward: Api) -> None:
    opened = ward.post("/api/v1/cases", new_case(a_person()))
    assert opened.status_code == 201
    assert Case.objects.get(pk=opened.json()["case_id"]).admission_notice_at is None


def test_opening_a_case_and_hearing_that_there_is_one_are_logged(ward: Api) -> None:
    person = a_person()
    opened = ward.post("/api/v1/cases", new_case(person)).json()
    problem(ward.post("/api/v1/cases", new_case(person)), 409, "case-exists")
    rows = Entry.objects.filter(action="register_admission").order_by("pk")
    assert [str(row.case_id) for row in rows] == [opened["case_id"], "None"]
    assert {tuple(row.person_ids) for row in rows} == {(person.pk,)}


def test_the_same_key_does_the_act_once(ward: Api, case: Case) -> None:
    first = ward.act(case, "mark-ready-for-discharge", READY, key="w001-4711-ready")
    after = events_of(case)
    second = ward.act(case, "mark-ready-for-discharge", READY, key="w001-4711-ready")
    assert (first.status_code, second.status_code) == (201, 201)
    assert "Idempotent-Replayed" not in first
    assert second["Idempotent-Replayed"] == "true"
    assert second.json() == first.json()
    assert second["ETag"] == first["ETag"]
    assert second["Location"] == f"/api/v1/cases/{case.pk}"
    assert events_of(case) == after


def test_a_double_click_that_left_the_case_gets_its_own_answer_again(
    municipality: Api, primary_care: Api, stranger: Api, case: Case
) -> None:
    sent, key = {"reason": "moved"}, "w001-4711-wrong"
    first = municipality.act(case, "report-wrong-recipient", sent, key=key)
    second = municipality.act(case, "report-wrong-recipient", sent, key=key)
    assert (first.status_code, second.status_code) == (201, 201)
    assert second["Idempotent-Replayed"] == "true"
    assert second.json() == first.json()
    assert Entry.objects.filter(action="report_wrong_recipient", case_id=case.pk).count() == 2
    for body, other in ((sent, "w001-4711-other"), ({"reason": "other"}, key), (sent, "short"), ("{", key)):
        problem(municipality.act(case, "report-wrong-recipient", body, key=other), 404, "not-found")
    problem(stranger.act(case, "mark-ready-for-discharge", READY, key=key), 404, "not-found")
    assert not Entry.objects.filter(unit_id=stranger.actor.unit_id).exists()


def test_an_answer_that_tells_about_the_case_is_logged(ward: Api, case: Case) -> None:
    refused = ward.act(
        case, "withdraw-ready-notice", {"reason": "deteriorated"}, **{"If-Match": version(case)}
    )
    assert refused.status_code == 409
    entry = Entry.objects.get(action="withdraw_ready_notice")
    assert (entry.channel, entry.case_id, entry.person_ids) == ("api", case.pk, [case.person_id])
    assert entry.request_id == refused["X-Request-ID"]


def test_a_key_longer_than_the_table_still_counts_as_one(ward: Api, case: Case) -> None:
    for expected in (None, "true"):
        done = ward.act(case, "mark-ready-for-discharge", READY, key="k" * 255)
        assert done.headers.get("Idempotent-Replayed") == expected


def test_the_same_key_with_another_body_is_refused(ward: Api, case: Case) -> None:
    ward.act(case, "mark-ready-for-discharge", READY, key="w001-4711-ready")
    other = ward.act(case, "mark-ready-for-discharge", {**READY, "physician": "Annan"}, key="w001-4711-ready")
    problem(other, 422, "idempotency-key-reused")


def test_a_refused_act_leaves_its_key_free(ward: Api, case: Case) -> None:
    too_late = {**READY, "assessed_at": "2026-03-04T09:30:00+01:00"}
    problem(
        ward.act(case, "mark-ready-for-discharge", too_late, key="w001-4711-ready"), 422, "time-in-future"
    )
    assert ward.act(case, "mark-ready-for-discharge", READY, key="w001-4711-ready").status_code == 201


@pytest.mark.parametrize("key", ["", "short", "has space here"])
def test_an_act_needs_a_key(ward: Api, case: Case, key: str) -> None:
    before = events_of(case)
    problem(ward.act(case, "mark-ready-for-discharge", READY, key=key), 400, "idempotency-key-missing")
    assert events_of(case) == before


def test_a_step_out_of_order_tells_what_may_be_done(ward: Api, case: Case) -> None:
    before = events_of(case)
    refused = ward.act(
        case, "withdraw-ready-notice", {"reason": "deteriorated"}, **{"If-Match": version(case)}
    )
    told = problem(refused, 409, "stage-not-allowed")
    assert told["axes"] == {"stay": "admitted", "readiness": "not_ready"}
    hrefs = {item["act"]: item["href"] for item in told["allowed_acts"]}
    assert hrefs["mark-ready-for-discharge"] == f"/api/v1/cases/{case.pk}/acts/mark-ready-for-discharge"
    assert "withdraw-ready-notice" not in hrefs
    assert events_of(case) == before


def test_somebody_else_was_first_is_told_as_412_with_what_changed(place: Any, ward: Api, case: Case) -> None:
    seen = version(case)
    mark_ready(place, case, at=NOW - timedelta(minutes=5))
    before = events_of(case)
    sent = {"left_at": "2026-03-03T10:00:00+01:00", "destination": "home"}
    told = problem(ward.act(case, "discharge-patient", sent, **{"If-Match": seen}), 412, "stale-version")
    assert told["current_version"] == case.__class__.objects.get(pk=case.pk).version
    assert "ready_notice_sent" in [item["name"] for item in told["changed_since"]]
    assert events_of(case) == before


def test_an_act_that_replaces_something_needs_the_version(ward: Api, case: Case) -> None:
    sent = {"new_date": "2026-03-09", "reason": "medical"}
    problem(ward.act(case, "change-expected-discharge", sent), 428, "if-match-required")
    problem(ward.act(case, "change-expected-discharge", sent, **{"If-Match": "7"}), 400, "validation")
    assert ward.act(case, "change-expected-discharge", sent, **{"If-Match": version(case)}).status_code == 201


def test_a_second_open_case_on_the_ward_is_refused(ward: Api, case: Case) -> None:
    problem(ward.post("/api/v1/cases", new_case(case.person)), 409, "case-exists")


def test_another_role_is_told_which_right_is_needed(municipality: Api, case: Case) -> None:
    told = problem(municipality.act(case, "mark-ready-for-discharge", READY), 403, "unit-not-permitted")
    assert told["needed"] == "send_ward_notices"


def test_a_case_of_others_is_not_there(stranger: Api, case: Case) -> None:
    here = problem(stranger.act(case, "mark-ready-for-discharge", READY), 404, "not-found")
    nowhere = problem(
        stranger.post(f"/api/v1/cases/{UUID(int=1)}/acts/mark-ready-for-discharge", READY), 404, "not-found"
    )
    assert here | {"instance": ""} == nowhere | {"instance": ""}


def test_the_answer_to_an_act_shows_no_patient(ward: Api, case: Case) -> None:
    done = ward.act(case, "mark-ready-for-discharge", READY)
    assert set(done.json()) == {"case_id", "version", "axes", "events"}


def test_late_registration_needs_a_reason_and_keeps_both_times(primary_care: Api, case: Case) -> None:
    sent = {"ready": True, "happened_at": (EARLIER + timedelta(minutes=10)).isoformat()}
    problem(primary_care.act(case, "state-outpatient-readiness", sent), 422, "late-reason-missing")
    done = primary_care.act(case, "state-outpatient-readiness", {**sent, "late_reason": "stod i kö"})
    event = Event.objects.get(pk=done.json()["events"][-1])
    assert (event.happened_at, event.recorded_at) == (EARLIER + timedelta(minutes=10), NOW)
