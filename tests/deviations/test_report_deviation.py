"""To report: registered with the next number, told to the addressee, noted in the case by its number alone."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import InternalError, connection, transaction

from deviations.actions.personal_data import PersonalData
from deviations.actions.report_deviation import report_deviation
from deviations.models import Deviation, NumberSeries
from deviations.rules.choices import risk_words
from discharge.models import Case
from lus.events.models import Event
from lus.notifications.models import Notification, OutboxRow
from lus.organisations.actor import NotPermitted
from lus.organisations.models import Assignment, Unit, UnitKind
from lus.organisations.roles import Role
from lus.refusals import InvalidInput, NotThere, StageNotAllowed
from lus.swedish_time import local_date
from tests.discharge.actions.life import Life, refused
from tests.factories import NOW, a_place, a_unit, an_actor

from .reports import a_report

pytestmark = pytest.mark.django_db
TESTED_ACTS = ("note_deviation",)


def report(life: Life, **other: Any) -> Deviation:
    told = a_report(**other.pop("report", {}))
    given: dict[str, Any] = {
        "actor": life.municipality,
        "at": life.at,
        "report": told,
        "addressed_unit_id": life.ward.unit_id,
        "case_id": life.case.pk,
    }
    return report_deviation(**given | other)


def test_it_is_registered_told_and_noted_by_its_number_alone() -> None:
    life = Life()
    version = life.facts.version
    row = report(life)
    assert (row.number, row.state, row.direction, row.taxonomy) == (
        "AV-2026-000001",
        "registered",
        "kommun_to_region",
        "T1",
    )
    (event,) = life.new_since(version)
    assert (event.name, event.data) == ("deviation_reported", {"number": "AV-2026-000001"})
    notice = Notification.objects.get(cause_id=row.pk)
    assert (notice.unit_id, notice.case_id) == (life.ward.unit_id, None)
    assert OutboxRow.objects.filter(notification=notice).exists()


def test_no_name_of_a_reporter_stands_in_the_register() -> None:
    life = Life()
    row = Deviation.objects.filter(pk=report(life).pk).values().get()
    assert life.municipality.name not in str(row)
    assert row["reporter_role"] == "needs_assessor"


def test_it_needs_no_case() -> None:
    life = Life()
    version = life.facts.version
    assert report(life, case_id=None).case_id is None
    assert life.new_since(version) == []


def test_without_consent_the_cases_own_record_says_nothing() -> None:
    life = Life()
    version = life.facts.version
    assert report(life, report={"patient_consent": "no"}).case_id == life.case.pk
    assert life.new_since(version) == []


def test_it_can_be_reported_when_the_case_is_closed() -> None:
    life = Life().ready().left()
    from discharge.actions.close_case import close_case

    life.does(life.ward, close_case, reason="home")
    assert report(life).number == "AV-2026-000001"


def test_numbers_follow_each_other_and_begin_anew_each_year() -> None:
    life = Life()
    years = [NOW, NOW, NOW + timedelta(days=400)]
    numbers = [
        report(life, at=at, case_id=None, report={"event_date": local_date(at)}).number for at in years
    ]
    assert numbers == ["AV-2026-000001", "AV-2026-000002", "AV-2027-000001"]


def test_a_refused_report_takes_no_number() -> None:
    life = Life()
    with refused(InvalidInput), transaction.atomic():
        report(life, addressed_unit_id=uuid4())
    assert not NumberSeries.objects.exists()
    assert report(life).number == "AV-2026-000001"


@pytest.mark.django_db(transaction=True)
def test_two_at_once_get_a_number_each() -> None:
    life = Life()

    def one(number: int) -> str:
        try:
            return report(life, case_id=life.case.pk if number % 2 else None).number
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        numbers = sorted(pool.map(one, range(8)))
    assert numbers == [f"AV-2026-{number:06d}" for number in range(1, 9)]


TODAY = local_date(NOW)
FAULTS: list[tuple[dict[str, Any], str, str]] = [
    ({"event_date": TODAY + timedelta(days=1)}, "event_date", "i dag"),
    ({"event_date": TODAY - timedelta(days=366)}, "event_date", "i dag"),
    ({"code": "K02.7"}, "code", "finns inte"),
    ({"code": "K02"}, "code", "finns inte"),
    ({"code": "hej"}, "code", "finns inte"),
    ({"code": "K99.9"}, "code_words", "förklaras"),
    ({"description": "För kort"}, "description", "8 tecken"),
    ({"description": "å" * 1501}, "description", "1501 tecken"),
    ({"delay_days": 2, "consequence": "none"}, "delay_days", "Fördröjd"),
    ({"delay_days": 366}, "delay_days", "365"),
    ({"process_step": 9}, "process_step", "finns inte"),
    ({"patient_consent": "kanske"}, "patient_consent", "finns inte"),
    ({"own_ref": "x" * 41}, "own_ref", "40"),
]


@pytest.mark.parametrize(("wrong", "field", "says"), FAULTS, ids=lambda value: str(value)[:40])
def test_what_cannot_be_is_refused_at_its_field(wrong: dict[str, Any], field: str, says: str) -> None:
    life = Life()
    with refused(InvalidInput, field=field, says=says):
        report(life, report=wrong)
    assert not Deviation.objects.exists()


def test_a_retired_code_is_refused_and_stays_readable(monkeypatch: pytest.MonkeyPatch) -> None:
    from deviations.rules import report as rules
    from deviations.rules.taxonomy import read_taxonomy

    text = "code;text;retired_on\nK01;Meddelande;\nK01.1;Saknas;2026-01-01\nK01.2;Sent;2027-01-01\nK01.9;Annat;\n"
    monkeypatch.setattr(rules, "taxonomy", lambda: read_taxonomy(text))
    life = Life()
    with refused(InvalidInput, field="code", says="används inte längre"):
        report(life, report={"code": "K01.1"})
    assert report(life, report={"code": "K01.2"}).code_reported == "K01.2"


def test_ones_own_unit_is_no_addressee() -> None:
    life = Life()
    with refused(InvalidInput, field="addressed_unit_id", says="egen enhet"):
        report(life, addressed_unit_id=life.municipality.unit_id)


def test_a_unit_that_cannot_receive_is_refused_and_the_one_above_is_named() -> None:
    life = Life()
    hospital = a_unit("Sjukhuset", UnitKind.HOSPITAL)
    empty = a_unit("Avd tom", parent=hospital)
    with refused(InvalidInput, code="addressee-cannot-receive", field="addressed_unit_id") as _:
        report(life, addressed_unit_id=empty.pk)
    an_actor(hospital, Role.DISCHARGE_COORDINATOR)
    with pytest.raises(InvalidInput) as caught:
        report(life, addressed_unit_id=empty.pk)
    assert caught.value.advice == "Välj Sjukhuset."
    Assignment.objects.filter(unit=hospital).update(include_subunits=True)
    assert report(life, addressed_unit_id=empty.pk).addressed_unit == empty


def test_a_closed_unit_cannot_receive() -> None:
    life = Life()
    Unit.objects.filter(pk=str(life.ward.unit_id)).update(closed_on=TODAY)
    with refused(InvalidInput, code="addressee-cannot-receive"):
        report(life)


@pytest.mark.parametrize("field", ["description", "immediate_action", "suggestion", "own_ref"])
def test_a_number_of_a_person_is_stopped_and_never_repeated(field: str, caplog: Any) -> None:
    life = Life()
    text = {field: "Gäller 900602-2397 på vår enhet."}
    with refused(PersonalData, code="personal-data", field=field, says="tecken 8–18"):
        report(life, report=text)
    assert "2397" not in caplog.text
    assert not Deviation.objects.exists()


def test_the_persons_own_name_is_stopped_when_the_case_is_known() -> None:
    life = Life()
    text = {"description": "Anna Åberg skickades hem utan besked till oss."}
    with refused(PersonalData, code="personal-data", field="description"):
        report(life, report=text)


def test_what_only_looks_like_one_is_asked_about_and_the_answer_kept() -> None:
    life = Life()
    text = {"description": "Vi ringde 070-174 06 35 tre gånger utan svar."}
    with refused(PersonalData, code="personal-data-suspected", field="description"):
        report(life, report=text)
    with refused(PersonalData, code="personal-data-suspected"):
        report(life, report=text, not_personal=["phone"])
    row = report(life, report=text, not_personal=["phone", "number_shape", "name"])
    assert sorted(row.not_personal) == ["number_shape", "phone"]


def test_a_units_own_number_may_stand_there() -> None:
    life = Life()
    Unit.objects.filter(pk=str(life.ward.unit_id)).update(phone="08-718 80 00")
    assert (
        report(life, report={"description": "Vi ringde 08-718 80 00 tre gånger utan svar."}).not_personal
        == []
    )


def test_the_case_of_others_is_not_there() -> None:
    life, others = Life(), a_place("Avd 9", "Solna", "Vårdcentralen Ek")
    with refused(NotThere):
        report(life, actor=others.municipality)


def test_who_may_not_report_is_not_permitted() -> None:
    life = Life()
    unit = Unit.objects.get(pk=str(life.municipality.unit_id))
    with refused(NotPermitted):
        report(life, actor=an_actor(unit, Role.UNIT_ADMIN))


def test_a_case_entered_in_error_takes_no_more() -> None:
    life = Life().voided()
    with refused(StageNotAllowed, says="felregistrera"), transaction.atomic():
        report(life)


def test_what_was_written_is_frozen() -> None:
    row = report(Life())
    with pytest.raises(InternalError), transaction.atomic():
        Deviation.objects.filter(pk=row.pk).update(description="något annat")
    with pytest.raises(InternalError), transaction.atomic():
        row.delete()
    Deviation.objects.filter(pk=row.pk).update(state="received")


def test_the_tables_still_follow_from_the_events() -> None:
    from django.core.management import call_command

    life = Life()
    report(life)
    call_command("verify_cases")
    assert Case.objects.get(pk=life.case.pk).version == Event.objects.filter(case_id=life.case.pk).count()
    assert UUID(str(life.case.pk))


def county_group() -> Unit:
    vis = a_unit("VIS styrgrupp", UnitKind.COOPERATION)
    county = a_unit("Storsthlm och HSF", UnitKind.COOPERATION, parent=vis)
    an_actor(county, Role.COUNTY_ANALYST)
    return county


def test_what_is_known_besides_is_kept_and_frozen() -> None:
    life = Life()
    told = {
        "routine": "local",
        "routine_words": "Rutin för ändrat datum",
        "severity": 3,
        "likelihood": 2,
        "age_band": "80+",
        "sex": "female",
        "flags": ("weekend_evening", "patient_safety"),
    }
    row = Deviation.objects.get(pk=report(life, report=told).pk)
    assert {name: getattr(row, name) for name in told} == told | {"flags": list(told["flags"])}  # type: ignore[call-overload]
    assert risk_words(row.severity, row.likelihood) == "6 av 16, måttlig"
    with pytest.raises(InternalError), transaction.atomic():
        Deviation.objects.filter(pk=row.pk).update(severity=1)


def test_a_copy_is_told_and_read() -> None:
    life = Life()
    row = report(life, copies=[life.primary_care.unit_id, life.primary_care.unit_id])
    assert row.copy_units == [life.primary_care.unit_id]
    told = Notification.objects.filter(cause_id=row.pk).values_list("unit_id", flat=True)
    assert set(told) == {life.ward.unit_id, life.primary_care.unit_id}
    from deviations.queries.deviation_page import deviation_page

    page = deviation_page(life.primary_care, row.number, at=life.at)
    assert (page.sight.text, page.sight.internal, page.acts) == (True, False, [])


def test_what_is_repeated_goes_to_the_county_without_a_case() -> None:
    life, county = Life(), county_group()
    told = {"kind": "systematic"}
    with refused(InvalidInput, field="case_id"):
        report(life, report=told, addressed_unit_id=county.pk)
    with refused(InvalidInput, field="addressed_unit_id"):
        report(life, report=told, case_id=None)
    with refused(InvalidInput, field="addressed_unit_id"):
        report(life, addressed_unit_id=county.pk)
    with refused(InvalidInput, field="age_band"):
        report(
            life,
            report=told | {"age_band": "80+", "sex": "male"},
            addressed_unit_id=county.pk,
            case_id=None,
        )
    row = report(life, report=told, addressed_unit_id=county.pk, case_id=None)
    assert (row.kind, row.case_id, row.addressed_unit) == ("systematic", None, county)


def test_the_countys_analyst_reads_and_answers_what_is_repeated() -> None:
    from deviations.actions.acknowledge_deviation import acknowledge_deviation
    from deviations.queries.deviation_page import deviation_page

    life, county = Life(), county_group()
    row = report(life, report={"kind": "systematic"}, addressed_unit_id=county.pk, case_id=None)
    analyst = an_actor(county, Role.COUNTY_ANALYST)
    acknowledge_deviation(number=row.number, actor=analyst, at=life.at)
    elsewhere = an_actor(a_unit("Annan länsfunktion", UnitKind.COOPERATION), Role.COUNTY_ANALYST)
    page = deviation_page(elsewhere, row.number, at=life.at)
    assert (page.sight.text, "assess_deviation" in page.acts) == (True, False)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"severity": 5}, "severity"),
        ({"likelihood": 0}, "likelihood"),
        ({"flags": ("okänd",)}, "flags"),
        ({"sex": "x"}, "sex"),
        ({"kind": "båda"}, "kind"),
        ({"routine_words": "x" * 201}, "routine_words"),
        ({"routine_words": "Gäller 900602-2397"}, "routine_words"),
    ],
    ids=str,
)
def test_what_cannot_be_is_refused_in_the_second_part_too(wrong: dict[str, Any], field: str) -> None:
    life = Life()
    with refused(InvalidInput, field=field):
        report(life, report=wrong)
