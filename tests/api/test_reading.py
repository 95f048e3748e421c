"""What the API shows of a case: the same as the pages, logged, and less of a protected patient."""

from datetime import timedelta

import pytest

from discharge.models import Case
from lus.access_log.models import Entry
from lus.events.models import Event
from tests.factories import NOW, Place, a_case, a_person, mark_ready

from .conftest import EARLIER, Api
from .problem import problem

PARTS = ["", "/events", "/obligations", "/payment-ledger", "/acts"]


def test_a_case_is_told_with_axes_units_and_person(ward: Api, case: Case) -> None:
    answer = ward.get(f"/api/v1/cases/{case.pk}")
    body = answer.json()
    assert answer["ETag"] == f'"{case.version}"'
    assert answer["Cache-Control"] == "no-store"
    assert body["axes"] == {"stay": "admitted", "readiness": "not_ready"}
    assert body["person"]["identifiers"] == [{"kind": "personnummer", "value": case.person.identifier}]
    assert body["person"]["registered_address"]["street"] == "Storgatan 1"
    assert body["person"]["_hidden"] == []
    assert body["admitted_at"] == "2026-03-03T07:00:00+01:00"
    assert body["expected_discharge"] == {"date": "2026-03-08", "previous": []}
    assert {unit["role"] for unit in body["concerned_units"]} == {"municipality", "primary_care"}
    assert {unit["unit"]["name"] for unit in body["concerned_units"]} == {"Nacka", "Vårdcentralen Solen"}
    assert body["ready"] is None
    assert body["needs"]["municipal_health"] is True


def test_others_than_the_ward_read_no_needs_and_no_language(
    ward: Api, municipality: Api, primary_care: Api, case: Case
) -> None:
    assert ward.get(f"/api/v1/cases/{case.pk}").json()["person"]["language"] == "finska"
    for other in (municipality, primary_care):
        body = other.get(f"/api/v1/cases/{case.pk}").json()
        assert body["person"]["_hidden"] == ["language", "needs"]
        assert "needs" not in body
        assert "language" not in body["person"]
        told = other.get(f"/api/v1/cases/{case.pk}/events").json()["results"]
        assert [event["data"] for event in told if event["name"] == "need_assessed"] == [{}]
        assert [event["seq"] for event in told] == list(range(1, case.version + 1))


def test_nothing_is_sent_again_to_who_has_it(ward: Api, case: Case) -> None:
    assert ward.get(f"/api/v1/cases/{case.pk}", **{"If-None-Match": f'"{case.version}"'}).status_code == 304


def test_a_protected_address_stays_out_and_the_answer_says_so(place: Place, ward: Api) -> None:
    person = a_person(
        street="Hemliga gatan 5",
        town="Ingenstans",
        registered_municipality="0182",
        protection="sekretessmarkering",
    )
    case = a_case(place, at=EARLIER, person=person)
    shown = ward.get(f"/api/v1/cases/{case.pk}")
    assert shown.json()["person"]["_hidden"] == ["registered_address", "registered_municipality"]
    assert "registered_address" not in shown.json()["person"]
    for path in ("/api/v1/cases", "/api/v1/board", "/api/v1/my-turn"):
        listed = ward.get(path)
        assert str(case.pk) in listed.content.decode()
        assert person.family_name not in listed.content.decode()
        assert "Hemliga" not in listed.content.decode()
    for part in PARTS:
        assert "0182" not in ward.get(f"/api/v1/cases/{case.pk}{part}").content.decode()


@pytest.mark.parametrize("part", PARTS)
def test_every_part_of_a_case_is_logged(ward: Api, case: Case, part: str) -> None:
    assert ward.get(f"/api/v1/cases/{case.pk}{part}").status_code == 200
    entry = Entry.objects.get()
    assert (entry.channel, entry.case_id, entry.person_ids) == ("api", case.pk, [case.person_id])


@pytest.mark.parametrize("part", PARTS)
def test_a_case_of_others_is_not_there(stranger: Api, case: Case, part: str) -> None:
    problem(stranger.get(f"/api/v1/cases/{case.pk}{part}"), 404, "not-found")
    assert not Entry.objects.exists()


def test_events_come_in_order_with_their_data(ward: Api, case: Case) -> None:
    results = ward.get(f"/api/v1/cases/{case.pk}/events").json()["results"]
    assert [event["seq"] for event in results] == list(range(1, case.version + 1))
    assert results[0]["name"] == "case_opened"
    assert results[0]["label"] == "Ärende öppnat"
    assert results[0]["happened_at"] == "2026-03-03T07:00:00+01:00"


def test_obligations_name_paragraph_limit_and_state(municipality: Api, case: Case) -> None:
    results = municipality.get(f"/api/v1/cases/{case.pk}/obligations").json()["results"]
    mine = [duty for duty in results if duty["code"] == "acknowledge" and duty["unit"]["name"] == "Nacka"]
    assert mine[0]["state"] in ("open", "overdue")
    assert mine[0]["message_id"]
    assert all(duty["reference"] for duty in results)


def test_the_ledger_is_a_calculation_without_money_until_all_is_known(
    place: Place, municipality: Api, ward: Api, case: Case
) -> None:
    empty = municipality.get(f"/api/v1/cases/{case.pk}/payment-ledger").json()
    assert (empty["status"], empty["ledger_status"], empty["days"]) == ("calculation", None, [])
    mark_ready(place, case, at=NOW - timedelta(minutes=5))
    told = municipality.get(f"/api/v1/cases/{case.pk}/payment-ledger").json()
    assert told["status"] == "calculation"
    assert told["days"][0]["code"] == "day_zero"
    assert told["days"][0]["reason"]
    assert told["money"] in (None, "0.00")
    hidden = ward.get(f"/api/v1/cases/{case.pk}/payment-ledger").json()
    assert "money" not in hidden
    assert "amount" not in hidden["days"][0]
    assert hidden["_hidden"] == ["money", "days/amount"]


def test_acts_are_allowed_or_told_why_not(ward: Api, municipality: Api, case: Case) -> None:
    acts = {item["act"]: item for item in ward.get(f"/api/v1/cases/{case.pk}/acts").json()["results"]}
    assert acts["mark-ready-for-discharge"]["allowed"]
    assert acts["mark-ready-for-discharge"]["why_not"] is None
    assert acts["withdraw-ready-notice"]["why_not"]["code"] == "stage-not-allowed"
    assert acts["acknowledge"]["why_not"]["code"] in ("not-recipient", "unit-not-permitted")
    theirs = {
        item["act"]: item for item in municipality.get(f"/api/v1/cases/{case.pk}/acts").json()["results"]
    }
    assert theirs["start-planning"]["allowed"]
    assert theirs["mark-ready-for-discharge"]["why_not"]["needed"] == "send_ward_notices"


def test_what_the_listing_allows_is_what_the_act_allows(ward: Api, case: Case) -> None:
    for item in ward.get(f"/api/v1/cases/{case.pk}/acts").json()["results"]:
        refused = ward.act(case, item["act"], {}, **{"If-Match": f'"{case.version}"'})
        if not item["allowed"] and refused.status_code in (403, 409):
            assert refused.json()["code"] == item["why_not"]["code"], item["act"]


def test_cases_are_paged_without_gap_or_repeat(place: Place, ward: Api) -> None:
    wanted = {str(a_case(place, at=EARLIER - timedelta(minutes=number % 2)).pk) for number in range(5)}
    seen: list[str] = []
    path: str | None = "/api/v1/cases?limit=2"
    while path:
        answer = ward.get(path)
        assert answer.status_code == 200
        seen += [row["id"] for row in answer.json()["results"]]
        path = answer.json()["next"]
        assert ("Link" in answer) == bool(path)
    assert sorted(seen) == sorted(wanted)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/api/v1/cases?limit=0", "validation"),
        ("/api/v1/cases?limit=101", "validation"),
        ("/api/v1/cases?limit=x", "validation"),
        ("/api/v1/cases?page=2", "unknown-parameter"),
        ("/api/v1/cases?limit=2&limit=3", "unknown-parameter"),
        ("/api/v1/cases?cursor=abc", "cursor-invalid"),
        ("/api/v1/changes?cursor=abc", "cursor-invalid"),
        ("/api/v1/board?view=nothing", "validation"),
        ("/api/v1/units?kind=castle", "validation"),
    ],
)
def test_a_parameter_that_cannot_be_is_refused(ward: Api, path: str, code: str) -> None:
    told = problem(ward.get(path), 400, code)
    assert told["errors"][0]["pointer"]


def test_a_cursor_of_another_list_is_refused(ward: Api, case: Case) -> None:
    cursor = ward.get("/api/v1/changes").json()["next_cursor"]
    problem(ward.get(f"/api/v1/cases?cursor={cursor}"), 400, "cursor-invalid")


def test_the_worklists_show_the_case_and_are_logged(municipality: Api, case: Case) -> None:
    turn = municipality.get("/api/v1/my-turn").json()["turns"][0]
    assert turn["case_id"] == str(case.pk)
    assert turn["duty"]["code"] == "acknowledge"
    row = municipality.get("/api/v1/board").json()["results"][0]
    assert row["reference"] == case.reference
    assert row["person"]["name"] == "Åberg, Anna"
    assert list(Entry.objects.order_by("pk").values_list("action", "channel")) == [
        ("my_turn", "api"),
        ("board", "api"),
    ]


def test_the_board_is_paged(place: Place, ward: Api) -> None:
    wanted = {str(a_case(place, at=EARLIER).pk) for _ in range(3)}
    first = ward.get("/api/v1/board?limit=2").json()
    second = ward.get(first["next"]).json()
    assert {row["id"] for row in first["results"] + second["results"]} == wanted
    assert second["next"] is None
    assert first["cohorts"]["total"] == 3


@pytest.mark.django_db(transaction=True)
def test_the_feed_tells_ids_of_own_cases_only(place: Place, stranger: Api, ward: Api, case: Case) -> None:
    looks = Entry.objects.count()
    first = ward.get("/api/v1/changes?limit=2").json()
    assert not first["caught_up"]
    rest = ward.get(f"/api/v1/changes?cursor={first['next_cursor']}").json()
    names = [change["name"] for change in first["results"] + rest["results"]]
    assert names == list(Event.objects.order_by("seq").values_list("name", flat=True))
    assert rest["caught_up"]
    assert set(rest["results"][0]) == {"id", "position", "name", "case", "happened_at", "recorded_at"}
    again = ward.get(f"/api/v1/changes?cursor={rest['next_cursor']}").json()
    assert (again["results"], again["caught_up"]) == ([], True)
    mark_ready(place, case, at=NOW - timedelta(minutes=5))
    news = ward.get(f"/api/v1/changes?cursor={again['next_cursor']}").json()
    assert news["results"][0]["name"] == "readiness_assessed"
    theirs = stranger.get("/api/v1/changes").json()
    assert (theirs["results"], theirs["caught_up"]) == ([], True)
    assert Entry.objects.count() == looks
