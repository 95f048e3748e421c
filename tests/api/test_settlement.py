"""The month's review by REST: the lines with the page's figures, the acts of both sides, and its closing."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine

from lus.access_log.models import Entry
from tests.discharge.actions.life import Life
from tests.discharge.actions.settlement_lives import APRIL, MONTH, month_over
from tests.journeys.story import clock

from .conftest import Api, api_of
from .problem import problem

LINES, CLOSE = f"/api/v1/settlement?month={MONTH}", "/api/v1/settlement/acts/close-settlement"


@pytest.fixture
def life(demo_at_now: None) -> Iterator[Life]:
    with time_machine.travel(clock(APRIL, "12.00"), tick=False):
        yield month_over()


@pytest.fixture
def payer(life: Life) -> Api:
    return api_of(life.officer)


@pytest.fixture
def region(life: Life) -> Api:
    return api_of(life.region_officer)


def only_line(client: Api) -> dict[str, Any]:
    lines: list[dict[str, Any]] = client.get(LINES).json()["lines"]
    assert len(lines) == 1
    return lines[0]


def approve(client: Api, life: Life) -> Any:
    sent = {"month": MONTH, "fingerprint": only_line(client)["fingerprint"]}
    return client.act(life.case, "approve-line", sent)


def test_the_lines_are_a_calculation_with_the_days_of_the_month(life: Life, payer: Api, region: Api) -> None:
    told, line = payer.get(LINES).json(), only_line(region)
    assert (told["status"], told["month"], told["counterpart"]) == ("calculation", MONTH, "01")
    assert (line["counted_days"], line["amount"], line["state"]) == (4, "36000.00", "new")
    assert [day["code"] for day in line["ledger"]].count("liable") == 4
    assert told["lines"] == [line]
    assert Entry.objects.filter(unit_id=life.officer.unit_id, action="settlement", channel="api").exists()


def test_a_month_is_reviewed_and_closed(life: Life, payer: Api, region: Api) -> None:
    sent = {"month": MONTH, "reason": "wrong_time", "text": "Fel dag"}
    assert payer.act(life.case, "dispute-line", sent).status_code == 201
    answer = {"month": MONTH, "answer": "keep", "text": "Rätt"}
    answer["fingerprint"] = only_line(region)["fingerprint"]
    assert region.act(life.case, "answer-dispute", answer).status_code == 201
    assert only_line(payer)["dispute"]["answer"] == "keep"
    told = problem(region.post(CLOSE, {"month": MONTH, "counterpart": "0182"}), 409, "lines-undecided")
    assert life.case.reference in told["detail"]
    assert approve(payer, life).status_code == 201
    done = region.post(CLOSE, {"month": MONTH, "counterpart": "0182"})
    assert (done.status_code, done.json()["month"]) == (201, MONTH)
    told = problem(payer.act(life.case, "dispute-line", sent), 409, "settlement-closed")
    assert "14/4" in told["detail"]
    assert payer.get(LINES).json()["closed_at"]


def test_other_days_than_those_that_were_read_are_refused(life: Life, payer: Api) -> None:
    sent = {"month": MONTH, "fingerprint": "0" * 16}
    problem(payer.act(life.case, "approve-line", sent), 409, "stale-version")


def test_a_foreign_line_and_a_foreign_month_are_not_there(life: Life) -> None:
    other = api_of(Life().officer)
    assert other.get(LINES).json()["lines"] == []
    sent = {"month": MONTH, "reason": "wrong_time"}
    problem(other.act(life.case, "dispute-line", sent), 404, "not-found")
    problem(other.post(CLOSE, {"month": MONTH, "counterpart": "01"}), 404, "not-found")


def test_no_other_role_gets_in(life: Life) -> None:
    client = api_of(life.municipality)
    problem(client.get(LINES), 403, "unit-not-permitted")
    problem(client.post(CLOSE, {"month": MONTH, "counterpart": "01"}), 403, "unit-not-permitted")
    sent = {"month": MONTH, "reason": "wrong_time"}
    problem(client.act(life.case, "dispute-line", sent), 403, "unit-not-permitted")


def test_an_officer_reads_no_case(life: Life, payer: Api) -> None:
    problem(payer.get(f"/api/v1/cases/{life.case.pk}"), 403, "unit-not-permitted")


@pytest.mark.parametrize("month", ["mars", "2026-13"])
def test_a_month_that_cannot_be_read_is_told(payer: Api, month: str) -> None:
    problem(payer.get(f"/api/v1/settlement?month={month}"), 422, "validation")
