"""The register's pages: the list, the report in two parts, the receipt; who sees what."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from deviations.actions.report_deviation import report_deviation
from deviations.models import Deviation
from discharge.actions.change_expected_discharge import change_expected_discharge
from discharge.models import Case
from lus.access_log.models import Entry
from lus.events.models import Event
from lus.organisations.models import Unit, UnitKind
from lus.organisations.roles import Role
from lus.persons.models import Person
from tests.factories import NOW, Place, a_case, a_place, a_unit, an_actor, signed_in

from .reports import TEXT, a_report

AT = NOW + timedelta(hours=1)
pytestmark = [pytest.mark.django_db, pytest.mark.at(AT)]


@pytest.fixture
def place() -> Place:
    return a_place()


def sent(place: Place, case: Case | None = None, **other: Any) -> Deviation:
    return report_deviation(
        actor=place.municipality,
        at=AT,
        report=a_report(**other),
        addressed_unit_id=place.ward.unit_id,  # type: ignore[arg-type]
        case_id=case.pk if case else None,
    )


def typed(client: Client, url: str, **other: Any) -> dict[str, Any]:
    """What a browser sends back: the form's own values, and what the reporter writes."""
    form = client.get(url).context["form"]
    shown = {bound.html_name: bound.value() for bound in form if bound.value() not in (None, "")}
    return shown | {"description": TEXT, "consequence": "none", "do": "send"} | other


def test_from_an_event_the_form_is_filled_in(place: Place) -> None:
    case = a_case(place)
    change_expected_discharge(
        case_id=case.pk, actor=place.ward, at=AT, new_date=(AT + timedelta(days=9)).date(), reason="medical"
    )
    event = Event.objects.get(case_id=case.pk, name="expected_discharge_changed")
    client = signed_in(place.municipality)
    url = f"{reverse('report_deviation', args=[case.pk])}?event_id={event.pk}"
    form = client.get(url).context["form"]
    filled = {
        name: str(form[name].value()) for name in ("addressed_unit_id", "code", "process_step", "care_form")
    }
    assert filled == {
        "addressed_unit_id": str(place.ward.unit_id),
        "code": "K02.2",
        "process_step": "3",
        "care_form": "somatic_acute",
    }
    answer = client.post(url, typed(client, url))
    row = Deviation.objects.get()
    assert answer["Location"] == f"/deviations/{row.number}/?sent=1"
    assert row.case_id == case.pk


def test_from_a_clock_it_is_addressed_to_whoever_owes(place: Place) -> None:
    case = a_case(place)
    url = (
        f"{reverse('report_deviation', args=[case.pk])}"
        f"?clock=name_care_contact&unit_id={place.primary_care.unit_id}"
    )
    form = signed_in(place.ward).get(url).context["form"]
    assert form["addressed_unit_id"].value() == str(place.primary_care.unit_id)
    assert form["code"].value() == "K04.1"


@pytest.mark.parametrize(
    "query", ["event_id=x", "clock=x&unit_id=y", "event_id=01990000-0000-7000-8000-000000000001"]
)
def test_what_does_not_exist_fills_in_nothing(place: Place, query: str) -> None:
    case = a_case(place)
    answer = signed_in(place.ward).get(f"{reverse('report_deviation', args=[case.pk])}?{query}")
    assert answer.status_code == 200
    assert not answer.context["form"]["code"].value()


def test_it_is_one_press_from_the_case_and_from_its_events(place: Place) -> None:
    case = a_case(place)
    html = signed_in(place.municipality).get(reverse("case", args=[case.pk])).content.decode()
    assert f'href="{reverse("report_deviation", args=[case.pk])}"' in html
    event = Event.objects.get(case_id=case.pk, name="admission_notice_sent")
    assert f"{reverse('report_deviation', args=[case.pk])}?event_id={event.pk}" in html


def test_a_report_in_two_parts_keeps_what_was_typed(place: Place) -> None:
    client, url = signed_in(place.municipality), reverse("new_deviation")
    values = typed(
        client,
        url,
        do="next",
        addressed_unit_id=str(place.ward.unit_id),
        care_form="geriatric",
        process_step="6",
        code="K08.2",
        patient_consent="not_relevant",
    )
    second = client.post(url, values)
    assert (second.status_code, second.context["part"]) == (200, 2)
    assert f'value="{TEXT}"' in second.content.decode()
    back = client.post(url, {**values, "suggestion": "Ring före 14", "do": "back"})
    assert back.context["part"] == 1
    assert TEXT in back.content.decode()
    client.post(url, {**values, "suggestion": "Ring före 14", "other_duty": "no", "do": "send"})
    row = Deviation.objects.get()
    assert (row.suggestion, row.code_reported, row.case_id) == ("Ring före 14", "K08.2", None)


def test_a_double_press_reports_once(place: Place) -> None:
    client, url = signed_in(place.municipality), reverse("report_deviation", args=[a_case(place).pk])
    values = typed(client, url, addressed_unit_id=str(place.ward.unit_id), code="K02.1", process_step="3")
    places = {client.post(url, values)["Location"] for _ in range(2)}
    assert len(places) == 1
    assert Deviation.objects.count() == 1


def test_a_stopped_text_is_kept_on_the_form_with_the_place_marked(place: Place, caplog: Any) -> None:
    client, url = signed_in(place.municipality), reverse("report_deviation", args=[a_case(place).pk])
    text = "Hemtjänsten för 900602-2397 var bokad till 16."
    values = typed(
        client,
        url,
        addressed_unit_id=str(place.ward.unit_id),
        code="K02.1",
        process_step="3",
        description=text,
    )
    answer = client.post(url, values)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "<mark>900602-2397</mark>" in html
    assert "tecken 17–27" in html
    assert "2397" not in caplog.text
    assert not Deviation.objects.exists()


def test_what_is_asked_about_is_sent_when_it_is_answered(place: Place) -> None:
    client, url = signed_in(place.municipality), reverse("report_deviation", args=[a_case(place).pk])
    values = typed(
        client,
        url,
        addressed_unit_id=str(place.ward.unit_id),
        code="K02.1",
        process_step="3",
        description="Dr Ekman lovade att ringa oss samma dag.",
    )
    asked = client.post(url, values)
    assert asked.status_code == 422
    assert 'name="not_personal" value="staff_name"' in asked.content.decode()
    assert client.post(url, {**values, "not_personal": ["staff_name"]}).status_code == 302


@pytest.mark.parametrize(
    "wrong", [{"code": "K77.1"}, {"description": "Kort"}, {"event_date": "i går"}, {"delay_days": "x"}]
)
def test_a_refused_form_is_kept(place: Place, wrong: dict[str, str]) -> None:
    client, url = signed_in(place.municipality), reverse("report_deviation", args=[a_case(place).pk])
    values = typed(client, url, addressed_unit_id=str(place.ward.unit_id), code="K02.1", process_step="3")
    answer = client.post(url, values | wrong)
    assert answer.status_code == 422
    assert (values | wrong)["description"] in answer.content.decode()
    assert not Deviation.objects.exists()


def test_the_receiver_reads_it_and_the_reporters_colleagues_see_that_it_was_sent(place: Place) -> None:
    row = sent(place)
    url = reverse("deviation", args=[row.number])
    colleague = an_actor(Unit.objects.get(pk=str(place.municipality.unit_id)), Role.NEEDS_ASSESSOR)
    seen = {
        "reporter": TEXT in signed_in(place.municipality).get(url).content.decode(),
        "receiver": TEXT in signed_in(place.ward).get(url).content.decode(),
        "colleague": TEXT in signed_in(colleague).get(url).content.decode(),
    }
    assert seen == {"reporter": True, "receiver": True, "colleague": False}
    assert place.municipality.name not in signed_in(place.ward).get(url).content.decode()


def test_one_of_others_and_none_at_all_answer_alike(place: Place) -> None:
    row, client = sent(place), signed_in(place.primary_care)
    for number in (row.number, "AV-2026-999999", "hej"):
        assert client.get(reverse("deviation", args=[number])).status_code == 404
    assert row.number not in client.get(reverse("deviations")).content.decode()


def test_the_case_behind_it_is_for_those_who_may_read_the_case(place: Place) -> None:
    case = a_case(place)
    url = reverse("deviation", args=[sent(place, case).number])
    hidden = reverse("deviation", args=[sent(place, case, patient_consent="no").number])
    link = f'href="{reverse("case", args=[case.pk])}"'
    assert link in signed_in(place.ward).get(url).content.decode()
    assert link not in signed_in(place.ward).get(hidden).content.decode()
    assert link in signed_in(place.municipality).get(hidden).content.decode()
    entries = Entry.objects.filter(action="deviation", case_id=case.pk)
    assert {tuple(entry.person_ids) for entry in entries} == {(case.person_id,)}


def test_the_lists_are_to_us_and_from_us(place: Place) -> None:
    number = sent(place).number
    ward, municipality = signed_in(place.ward), signed_in(place.municipality)
    assert number in ward.get("/deviations/").content.decode()
    assert "Inga avvikelser väntar på er" in municipality.get("/deviations/").content.decode()
    assert number in municipality.get("/deviations/?box=sent").content.decode()


def test_the_list_costs_the_same_however_long_it_is(place: Place) -> None:
    client, costs = signed_in(place.ward), []
    client.get("/deviations/")
    for _ in range(2):
        sent(place)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get("/deviations/")
        costs.append(len(asked))
    assert costs[0] == costs[1] <= 8


def test_who_administers_only_sees_no_register(place: Place) -> None:
    admin = an_actor(Unit.objects.get(pk=str(place.ward.unit_id)), Role.UNIT_ADMIN)
    client = signed_in(admin)
    for path in ("/deviations/", "/deviations/new/", "/deviations/AV-2026-000001/"):
        assert client.get(path).status_code == 403, path


def test_the_cases_timeline_says_the_number_and_nothing_else(place: Place) -> None:
    case = a_case(place)
    row = sent(place, case)
    html = signed_in(place.primary_care).get(reverse("case", args=[case.pk])).content.decode()
    assert "Avvikelse rapporterad" in html
    assert row.number in html
    assert TEXT not in html


def test_the_bell_tells_of_it_until_it_is_opened(place: Place) -> None:
    row, ward = sent(place), signed_in(place.ward)
    assert "Ni har fått en avvikelse" in ward.get("/notices/").content.decode()
    assert "Ni har fått en avvikelse" not in signed_in(place.municipality).get("/notices/").content.decode()
    ward.get(reverse("deviation", args=[row.number]))
    assert "Ni har fått en avvikelse" not in ward.get("/notices/").content.decode()


def test_what_is_repeated_is_sent_to_the_county_from_the_form(place: Place) -> None:
    vis = a_unit("VIS styrgrupp", UnitKind.COOPERATION)
    county = a_unit("Storsthlm och HSF", UnitKind.COOPERATION, parent=vis)
    an_actor(county, Role.COUNTY_ANALYST)
    case = a_case(place)
    client, url = signed_in(place.municipality), reverse("report_deviation", args=[case.pk])
    assert "går till Storsthlm och HSF" in client.get(url).content.decode()
    values = typed(
        client, url, code="K02.1", process_step="3", severity="3", likelihood="2", sex="not_stated"
    )
    values |= {"kind": "systematic", "age_band": "not_stated"}
    assert client.post(url, values).status_code == 302
    row = Deviation.objects.get()
    assert (row.kind, row.case_id, row.addressed_unit, row.severity) == ("systematic", None, county, 3)
    html = signed_in(place.municipality).get(reverse("deviation", args=[row.number])).content.decode()
    assert "6 av 16, måttlig" in html


def test_an_event_needs_its_unit(place: Place) -> None:
    client, url = signed_in(place.municipality), reverse("new_deviation")
    answer = client.post(url, typed(client, url, code="K02.1", process_step="3", care_form="geriatric"))
    assert answer.status_code == 422
    assert "Välj enheten där det hände" in answer.content.decode()


def test_of_a_protected_person_nothing_is_filled_in(place: Place) -> None:
    case = a_case(place)
    url = reverse("report_deviation", args=[case.pk])
    client = signed_in(place.municipality)
    assert client.get(url).context["form"]["age_band"].value() == "80+"
    Person.objects.filter(pk=case.person.pk).update(protection="secrecy_marking")
    assert client.get(url).context["form"]["age_band"].value() == "not_stated"
