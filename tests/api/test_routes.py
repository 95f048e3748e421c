"""What holds on every API route, new ones too: who is let in, which methods there are, how it fails."""

from typing import Any

import pytest
from django.db import OperationalError, connection, transaction
from django.test import Client

from discharge.models import Case
from lus.events.models import Event

from .conftest import Api
from .problem import problem
from .routes import Route, every_route

OPEN = {"api-schema"}
ROUTES = [route for route in every_route() if route.is_api and route.name not in OPEN]


def path_of(route: Route, case: Case) -> str:
    return route.filled(case, Event.objects.filter(name="admission_notice_sent").get().pk)


def test_nobody_gets_in_without_signing_in(case: Case) -> None:
    nobody = Client()
    for route in ROUTES:
        path = path_of(route, case)
        problem(nobody.get(path), 401, "token-missing")
        problem(nobody.post(path, "{}", content_type="application/json"), 401, "token-missing")


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS"])
def test_nothing_is_overwritten_or_removed(ward: Api, case: Case, method: str) -> None:
    before = Event.objects.count()
    for route in ROUTES:
        answer = ward.call(method, path_of(route, case), {})
        problem(answer, 405, "method-not-allowed")
        assert answer["Allow"], route.pattern
    assert Event.objects.count() == before


def test_every_answer_is_kept_by_nobody_on_the_way(ward: Api, case: Case) -> None:
    for route in ROUTES:
        assert ward.get(path_of(route, case))["Cache-Control"] == "no-store", route.pattern


def test_a_case_of_others_and_no_case_at_all_answer_alike(stranger: Api, case: Case) -> None:
    before = Event.objects.count()
    for route in [route for route in ROUTES if route.of_case]:
        path = path_of(route, case)
        nowhere = path.replace(str(case.pk), "01990000-0000-7000-8000-000000000001")
        for method in ("GET", "POST"):
            here, there = stranger.call(method, path, {}), stranger.call(method, nowhere, {})
            assert here.status_code in (403, 404, 405), route.pattern
            assert here.json() | {"instance": ""} == there.json() | {"instance": ""}
    assert Event.objects.count() == before


def test_a_foreign_format_is_refused(ward: Api, case: Case) -> None:
    path = f"/api/v1/cases/{case.pk}"
    problem(ward.get(path, Accept="text/turtle"), 406, "not-acceptable")
    answer = Client().post(
        f"{path}/acts/start-planning",
        "<a/>",
        content_type="application/xml",
        headers={"Authorization": f"Bearer {ward.token}", "Idempotency-Key": "xml-key-1"},
    )
    assert answer.status_code in (403, 415)


def test_a_request_that_is_too_large_is_refused(municipality: Api, case: Case, settings: Any) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    problem(municipality.act(case, "decline-case", {"reason": "other", "text": "x" * 200}), 413, "too-large")


def test_what_nobody_foresaw_is_a_problem_without_details(ward: Api, case: Case, monkeypatch: Any) -> None:
    def break_down(*_: Any, **__: Any) -> None:
        raise RuntimeError("Anna Åberg 19400101")

    monkeypatch.setattr("discharge.api.cases.case_page", break_down)
    told = problem(ward.get(f"/api/v1/cases/{case.pk}"), 500, "internal")
    assert "Anna" not in str(told)


def test_a_database_that_does_not_answer_is_told_as_busy(ward: Api, case: Case, monkeypatch: Any) -> None:
    def too_slow(*_: Any, **__: Any) -> None:
        raise OperationalError("canceling statement due to statement timeout")

    monkeypatch.setattr("discharge.api.cases.case_page", too_slow)
    answer = ward.get(f"/api/v1/cases/{case.pk}")
    problem(answer, 503, "busy")
    assert answer["Retry-After"]


UNWRITABLE = """
CREATE FUNCTION pg_temp.unwritable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the access log cannot be written' USING ERRCODE = 'query_canceled'; END $$;
CREATE TRIGGER unwritable BEFORE INSERT ON access_log_entry EXECUTE FUNCTION pg_temp.unwritable();
"""


def test_no_patient_leaves_without_a_trace(ward: Api, case: Case) -> None:
    with connection.cursor() as cursor:
        cursor.execute(UNWRITABLE)
    for path in (f"/api/v1/cases/{case.pk}", "/api/v1/cases", "/api/v1/board", "/api/v1/my-turn"):
        before = transaction.savepoint()
        told = problem(ward.get(path), 503, "busy")
        transaction.savepoint_rollback(before)
        assert "Åberg" not in str(told)
