"""The surveys by API: codes once, and the own unit's report with the same cells as the page."""

from datetime import UTC, datetime
from typing import Any

import pytest

from followup.models import CountedMeeting
from lus.one_time.models import OneTimeCode
from lus.web.models import IdempotencyKey
from tests.followup.people import answered

from .conftest import Api
from .problem import problem

CODES, REPORT = "/api/v1/surveys/codes", "/api/v1/surveys/report"
LAST_YEAR = datetime(2025, 2, 10, 9, 0, tzinfo=UTC)


def test_codes_are_given_once_and_the_stored_answer_has_none(primary_care: Api) -> None:
    sent = {"kind": "sip_child", "count": 2}
    first = primary_care.post(CODES, sent, key="enkat-0001")
    again = primary_care.post(CODES, sent, key="enkat-0001")
    assert (first.status_code, again.status_code) == (201, 201)
    assert len(first.json()["codes"]) == 2
    assert again.json() == first.json() | {"codes": None}
    assert again["Idempotent-Replayed"] == "true"
    assert OneTimeCode.objects.count() == 2
    stored = str(IdempotencyKey.objects.get().result)
    assert not any(code in stored for code in first.json()["codes"])


@pytest.mark.parametrize(
    ("sent", "pointer"),
    [
        ({"kind": "sip_child", "count": 51}, "/count"),
        ({"kind": "sip_child", "count": 0}, "/count"),
        ({"kind": "staff", "count": 1}, "/kind"),
        ({"kind": "sip_child", "count": 1, "person": "x"}, "/person"),
    ],
)
def test_what_cannot_be_drawn_is_refused_at_its_field(
    primary_care: Api, sent: dict[str, Any], pointer: str
) -> None:
    told = primary_care.post(CODES, sent)
    assert told.status_code == 400
    assert told.json()["errors"][0]["pointer"] == pointer
    assert not OneTimeCode.objects.exists()


def test_the_report_hides_what_the_page_hides(primary_care: Api, municipality: Api) -> None:
    answered(primary_care.actor, 5, 5, 4, 2, 1, at=LAST_YEAR, unused=5)
    answered(primary_care.actor, 5, 5, at=datetime(2025, 5, 10, 9, 0, tzinfo=UTC))
    told = primary_care.get(REPORT).json()
    assert (told["year"], told["years"], told["running_quarter"]) == (2025, [2025], "2026-Q1")
    (kind,) = told["kinds"]
    hidden = {"answered": None, "rate": None}
    assert kind["responses"] == [
        {"period": "2025-Q1", "issued": 10, "answered": 5, "rate": 50},
        {"period": "2025-Q2", "issued": 2, **hidden},
        {"period": "year", "issued": 12, **hidden},
    ]
    first = kind["items"][0]["figures"]
    assert first[0] == {"period": "2025-Q1", "n": 5, "share": 60, "mean": 3.4, "rate": 50}
    assert first[1] == {"period": "2025-Q2", "n": None, "share": None, "mean": None, "rate": None}
    assert municipality.get(f"{REPORT}?year=2025").json()["kinds"] == []
    problem(primary_care.get(f"{REPORT}?year=i-fjol"), 400, "validation")


def test_the_report_tells_of_the_meetings_that_the_unit_has_led(primary_care: Api) -> None:
    rows = [{"digital": number < 3} for number in range(5)]
    for facts in rows:
        CountedMeeting.objects.create(unit_id=str(primary_care.actor.unit_id), quarter="2025-Q1", facts=facts)
    told = primary_care.get(REPORT).json()["meetings"]
    assert told["counts"] == [{"period": "2025-Q1", "n": 5}, {"period": "year", "n": 5}]
    (digital,) = told["facts"]
    assert (digital["code"], digital["heading"]) == ("digital", "Kallelsen")
    assert digital["shares"][0] == {"period": "2025-Q1", "n": 5, "share": 60}
