"""The half-year report, read and frozen: by whom, once, and the same afterwards whatever is corrected."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import InternalError, connection, transaction
from django.test.utils import CaptureQueriesContext

from deviations.actions.acknowledge_deviation import acknowledge_deviation
from deviations.actions.freeze_half_year_report import freeze_half_year_report
from deviations.actions.personal_data import PersonalData
from deviations.actions.report_deviation import report_deviation
from deviations.actions.retract_deviation import retract_deviation
from deviations.models import Deviation, HalfYearReport
from deviations.queries.half_year_reports import half_year_report, listed_reports
from deviations.rules.half_year.reported import Fault
from discharge.models import Case
from lus.access_log.models import Entry
from lus.organisations.actor import Actor, NotPermitted
from lus.organisations.models import Unit
from lus.organisations.roles import Role
from lus.refusals import InvalidInput, NotThere, StageNotAllowed
from tests.api.conftest import api_of
from tests.api.problem import problem
from tests.deviations.reports import a_report
from tests.factories import NOW, Place, a_person, a_place, an_actor, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.at(NOW)]
HALF = "2025H2"
IN_HALF = date(2025, 11, 11)
FAULT = Fault("Inskrivningsmeddelanden kommer efter ett dygn.", "HSF", date(2026, 6, 1))


@pytest.fixture
def place() -> Place:
    """A county where 120 patients left hospital in the half-year: with fewer than a hundred a nought hides."""
    place, person = a_place(), a_person()
    left = datetime(2025, 11, 3, 12, 0, tzinfo=UTC)
    Case.objects.bulk_create(
        Case(
            reference=f"L{number}",
            person=person,
            ward_id=str(place.ward.unit_id),
            care_form="somatic_acute",
            stay="discharged",
            readiness="none",
            admitted_at=left - timedelta(days=3),
            discharged_at=left,
            last_event_at=left,
        )
        for number in range(120)
    )
    return place


@pytest.fixture
def analyst(place: Place) -> Actor:
    return an_actor(Unit.objects.get(pk=str(place.ward.unit_id)), Role.COUNTY_ANALYST)


@pytest.fixture
def vis(place: Place) -> Actor:
    return an_actor(Unit.objects.get(pk=str(place.ward.unit_id)), Role.VIS_MEMBER)


def report(place: Place, count: int = 1, **told: Any) -> Deviation:
    for _ in range(count):
        row = report_deviation(
            actor=place.ward,
            at=NOW,
            report=a_report(**{"event_date": IN_HALF, **told}),
            addressed_unit_id=UUID(str(place.municipality.unit_id)),
        )
    return row


def cells(content: Any, key: str) -> dict[str, list[Any]]:
    sheet = next(one for one in content["sheets"] if one["key"] == key)
    return {row["key"]: row["values"] for row in sheet["rows"]}


def test_the_draft_is_what_the_register_holds_now(place: Place, analyst: Actor) -> None:
    number = report(place, 6).number
    retract_deviation(number=report(place).number, actor=place.ward, at=NOW, text="Fel enhet, fel dag.")
    report(place, event_date=date(2026, 1, 2))
    acknowledge_deviation(number=number, actor=place.municipality, at=NOW + timedelta(hours=1))
    content = half_year_report(analyst, HALF, at=NOW + timedelta(hours=2)).content
    assert cells(content, "directions")["T"] == [6, 50.0]
    assert cells(content, "categories")["K02"] == [6, 100, 6]
    # One is acknowledged and five are not: both are hidden, and the share with them.
    assert cells(content, "times")["acknowledged"] == [None, 0, None, 0, 6, None, None, ""]


def test_the_number_of_statements_does_not_grow(place: Place, analyst: Actor) -> None:
    def statements() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            half_year_report(analyst, HALF, at=NOW)
        return len(asked)

    report(place)
    one = statements()
    report(place, 4)
    assert statements() == one <= 10


def test_a_frozen_report_does_not_change_with_the_register(place: Place, analyst: Actor, vis: Actor) -> None:
    report(place, 6)
    with pytest.raises(NotThere):
        half_year_report(vis, HALF, at=NOW)
    row = freeze_half_year_report(actor=analyst, at=NOW, half_year=HALF, faults=[FAULT])
    report(place, 5)
    for reader in (analyst, vis):
        shown = half_year_report(reader, HALF, at=NOW)
        assert shown.listed.state == "frozen"
        assert cells(shown.content, "directions")["T"][0] == 6
        assert shown.content["faults"] == [{"text": FAULT.text, "owner": "HSF", "due": "2026-06-01"}]
    assert [one.state for one in listed_reports(vis, at=NOW)] == ["frozen"]
    assert [one.state for one in listed_reports(analyst, at=NOW)] == ["running", "frozen"]
    assert Entry.objects.filter(action="report_frozen", case_id=row.pk).exists()
    running = half_year_report(analyst, "2026H1", at=NOW).content
    assert cells(running, "changes")["count"][1] == 6


def test_the_database_keeps_what_was_frozen(place: Place, analyst: Actor) -> None:
    row = freeze_half_year_report(actor=analyst, at=NOW, half_year=HALF)
    for change in (lambda: HalfYearReport.objects.update(content={}), row.delete):
        with pytest.raises(InternalError), transaction.atomic():
            change()


def test_it_is_frozen_once_when_the_half_year_is_over_and_by_the_analyst(
    place: Place, analyst: Actor, vis: Actor
) -> None:
    with pytest.raises(StageNotAllowed) as running:
        freeze_half_year_report(actor=analyst, at=NOW, half_year="2026H1")
    assert running.value.code == "report-running"
    for actor in (vis, place.ward):
        with pytest.raises(NotPermitted):
            freeze_half_year_report(actor=actor, at=NOW, half_year=HALF)
    for name in ("2026H2", "halvår", "2025H3"):
        with pytest.raises(NotThere):
            freeze_half_year_report(actor=analyst, at=NOW, half_year=name)
    freeze_half_year_report(actor=analyst, at=NOW, half_year=HALF)
    with pytest.raises(StageNotAllowed) as again:
        freeze_half_year_report(actor=analyst, at=NOW, half_year=HALF)
    assert again.value.code == "report-frozen"
    assert "Analytiker vid Avd 72" in again.value.detail
    assert HalfYearReport.objects.count() == 1


def test_a_fault_with_personal_data_stops_it_whole(analyst: Actor) -> None:
    bad = Fault("Gäller 900602-2397 på avdelningen.", "HSF", date(2026, 6, 1))
    with pytest.raises(PersonalData):
        freeze_half_year_report(actor=analyst, at=NOW, half_year=HALF, faults=[FAULT, bad])
    with pytest.raises(InvalidInput):
        freeze_half_year_report(actor=analyst, at=NOW, half_year=HALF, faults=[Fault("", "HSF", FAULT.due)])
    assert not HalfYearReport.objects.exists()


def test_pages_for_who_reads_reports_and_nobody_else(place: Place, analyst: Actor, vis: Actor) -> None:
    report(place, 6)
    base = f"/reports/deviations/{HALF}/"
    for path in ("/reports/deviations/", base, f"{base}report.pdf", f"{base}freeze/"):
        assert signed_in(place.ward).get(path).status_code == 403, path
    client = signed_in(analyst)
    assert "Halvårsrapporter" in client.get("/deviations/").content.decode()
    html = client.get(base).content.decode()
    assert "Utkast" in html
    assert "Frys rapporten" in html
    typed = {"idempotency_key": "k1", "text_1": FAULT.text, "owner_1": "", "due_1": "2026-06-01"}
    refused = client.post(f"{base}freeze/", typed)
    assert refused.status_code == 422
    assert FAULT.text in refused.content.decode()
    for _ in range(2):
        assert client.post(f"{base}freeze/", typed | {"owner_1": "HSF"}).status_code == 302
    reader = signed_in(vis)
    read = reader.get(base).content.decode()
    assert FAULT.text in read
    assert "Frys rapporten" not in read
    assert reader.get(f"{base}freeze/").status_code == 403
    kinds = {kind: reader.get(f"{base}report.{kind}") for kind in ("pdf", "xlsx", "csv")}
    assert kinds["pdf"].content.startswith(b"%PDF")
    assert kinds["xlsx"].content.startswith(b"PK")
    assert "Steg och riktning;Alla;Alla;6" in kinds["csv"].content.decode()
    assert {answer.status_code for answer in kinds.values()} == {200}
    assert reader.get(f"{base}report.docx").status_code == 404
    assert reader.get("/reports/deviations/2025H1/").status_code == 404


def test_the_same_by_api(place: Place, analyst: Actor, vis: Actor, settings: Any) -> None:
    settings.DEMO = True
    report(place, 6)
    path = f"/api/v1/deviation-reports/{HALF}"
    client, reader = api_of(analyst), api_of(vis)
    assert client.get(path).json()["state"] == "draft"
    problem(reader.get(path), 404, "not-found")
    problem(api_of(place.ward).get(path), 403, "unit-not-permitted")
    problem(client.post("/api/v1/deviation-reports/2026H1/acts/freeze", {}), 409, "report-running")
    sent = {"faults": [{"text": FAULT.text, "owner": "HSF", "due": "2026-06-01"}]}
    done = client.post(f"{path}/acts/freeze", sent)
    assert done.status_code == 201, done.content
    assert done.json()["state"] == "frozen"
    problem(client.post(f"{path}/acts/freeze", sent), 409, "report-frozen")
    told = reader.get(path).json()
    assert (told["state"], told["faults"][0]["owner"], len(told["lines"])) == ("frozen", "HSF", 10)
    assert [one["half_year"] for one in reader.get("/api/v1/deviation-reports").json()] == [HALF]
