"""Nytt inskrivningsmeddelande: found or registered by hand, proposed recipients, refusals that keep the form."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from discharge.models import Case
from lus.access_log.models import Entry
from lus.events.models import Event
from lus.organisations.models import Principal, PrincipalKind, Unit, UnitKind
from lus.organisations.roles import Role
from lus.persons.models import Person
from tests.factories import NOW, a_case, a_person, a_place, a_unit, an_actor, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.at(NOW)]
URL, PARTS = "/discharge/new/", "/discharge/new/recipients/"


@pytest.fixture
def nacka() -> Unit:
    principal = Principal.objects.create(name="Nacka kommun", kind=PrincipalKind.MUNICIPALITY, code="0182")
    return a_unit("Mottagningen Nacka", UnitKind.RECEPTION, principal=principal, municipality_code="0182")


@pytest.fixture
def solen() -> Unit:
    return a_unit("Vårdcentralen Solen", UnitKind.PRIMARY_CARE, municipality_code="0182")


@pytest.fixture
def person(nacka: Unit, solen: Unit) -> Person:
    return a_person(registered_municipality="0182", street="Exempelvägen 7", town="Nacka", listed_unit=solen)


@pytest.fixture
def ward() -> Client:
    return signed_in(an_actor(a_unit("Avd 72"), Role.WARD_STAFF))


def typed(person: Person, **more: Any) -> dict[str, Any]:
    return {
        "number": person.identifier,
        "admitted_at": "2026-03-03 09.40",
        "need_judged": "same",
        "needs": ["municipal_health", "social_services"],
        "expected_choice": "2026-03-06",
        "idempotency_key": "k1",
        "shown": [str(unit_id) for unit_id in Unit.objects.values_list("pk", flat=True)],
        "do": "send",
        **more,
    }


def test_the_empty_page_asks_for_a_number(ward: Client) -> None:
    html = ward.get(URL).content.decode()
    assert "Personnummer" in html
    assert "Mottagare föreslås när person och behov är ifyllda" in html


def test_the_person_and_the_recipients_are_proposed_with_why(ward: Client, person: Person) -> None:
    html = ward.post(URL, typed(person, do="suggest")).content.decode()
    assert "Åberg, Anna" in html
    assert "Folkbokförd i Nacka kommun" in html
    assert "Listad här · krävs av lagen" in html
    assert "Låst" in html
    assert "senast i morgon 09.40" in html
    assert "Fredag 6 mars 2026" in html


def test_htmx_gets_only_the_parts(ward: Client, person: Person) -> None:
    html = ward.post(PARTS, typed(person), headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in html
    assert 'id="recipients"' in html
    assert 'id="preview-part" hx-swap-oob="true"' in html
    assert html.count("<dt>") == 4


def test_the_notice_is_sent_and_the_case_opens(
    ward: Client, person: Person, nacka: Unit, solen: Unit
) -> None:
    answer = ward.post(URL, typed(person, recipients=[str(nacka.pk), str(solen.pk)]))
    case = Case.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/discharge/{case.pk}/")
    assert "Skickat 10.00 till 2 enheter." in ward.get(answer["Location"]).content.decode()
    assert {unit.role for unit in case.units.all()} == {"ward", "municipality", "primary_care"}


def test_a_recipient_that_follows_from_the_last_answer_is_looked_at_before_it_is_sent(
    ward: Client, person: Person, nacka: Unit, solen: Unit
) -> None:
    known = typed(person, recipients=[str(solen.pk)], shown=[str(solen.pk)])
    answer = ward.post(URL, known)
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Nu föreslås också Mottagningen Nacka. Se över mottagarna och skicka igen." in html
    assert f'value="{nacka.pk}" checked' in html
    assert not Case.objects.exists()
    unticked = {**known, "shown": [str(solen.pk), str(nacka.pk)]}
    assert ward.post(URL, unticked).status_code == 302


def test_a_double_click_opens_one_case(ward: Client, person: Person, nacka: Unit, solen: Unit) -> None:
    form = typed(person, recipients=[str(nacka.pk), str(solen.pk)])
    assert ward.post(URL, form)["Location"] == ward.post(URL, form)["Location"]
    assert Case.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"number": "19400101-0001"}, "Kontrollsiffran stämmer inte"),
        ({"needs": []}, "Kryssa för vad patienten kan behöva"),
        ({"admitted_at": "2026-03-03 11.40"}, "har inte varit än"),
        ({"admitted_at": "i morse"}, "Tiden går inte att läsa"),
        ({"expected_choice": ""}, "Välj en dag för beräknad utskrivning"),
        ({"expected_choice": "other", "expected_date": "2026-02-01"}, "en dag som redan har varit"),
        ({"need_judged": "later"}, "Skriv när behovet bedömdes"),
        ({"recipients": []}, "Ingen mottagare är vald"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_refusal_keeps_the_form_and_leaves_no_event(
    ward: Client, person: Person, nacka: Unit, solen: Unit, change: dict[str, Any], said: str
) -> None:
    form = typed(person, **{"recipients": [str(nacka.pk), str(solen.pk)], **change})
    answer = ward.post(URL, form)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert "2026-03-06" in answer.content.decode()
    assert not Event.objects.exists()
    assert not Case.objects.exists()


def test_a_fifth_item_is_refused_and_the_form_kept(
    ward: Client, person: Person, nacka: Unit, solen: Unit
) -> None:
    form = typed(person, recipients=[str(nacka.pk), str(solen.pk)])
    answer = ward.post(URL, {**form, "diagnosis": "Höftfraktur"})
    html = answer.content.decode()
    assert answer.status_code == 400
    assert "Meddelandet får bara ha lagens fyra uppgifter" in html
    assert "Fältet diagnosis hör inte till" in html
    assert person.identifier in html
    assert "Höftfraktur" not in html
    assert not Event.objects.exists()


def test_municipal_health_care_without_outpatient_care_is_refused(
    ward: Client, person: Person, nacka: Unit
) -> None:
    answer = ward.post(URL, typed(person, recipients=[str(nacka.pk)]))
    assert answer.status_code == 409
    assert "Öppenvården måste vara med" in answer.content.decode()
    assert not Event.objects.exists()


def test_an_open_case_is_pointed_at(person: Person, nacka: Unit, solen: Unit) -> None:
    place = a_place()
    case = a_case(place, at=NOW - timedelta(hours=3), person=person)
    client = signed_in(place.ward)
    assert f"/discharge/{case.pk}/" in client.post(URL, typed(person, do="find")).content.decode()
    answer = client.post(URL, typed(person, recipients=[str(nacka.pk), str(solen.pk)]))
    assert answer.status_code == 409
    assert "redan ett pågående ärende" in answer.content.decode()


def test_an_unknown_person_is_registered_by_hand(
    ward: Client, person: Person, nacka: Unit, solen: Unit
) -> None:
    number = person.identifier
    person.delete()
    units = [str(nacka.pk), str(solen.pk)]
    form = {**typed(person, recipients=units), "number": number}
    answer = ward.post(URL, form)
    assert answer.status_code == 422
    assert "Fyll i uppgifterna för hand" in answer.content.decode()
    assert ward.post(URL, {**form, "family_name": "Berg", "given_name": "Åke"}).status_code == 302
    assert Case.objects.get().person.family_name == "Berg"


def test_a_local_reserve_number_needs_its_region(
    ward: Client, nacka: Unit, solen: Unit, person: Person
) -> None:
    units = [str(nacka.pk), str(solen.pk)]
    form = {**typed(person, recipients=units), "number": "R99821", "family_name": "Okänd"}
    assert ward.post(URL, form).status_code == 422
    assert ward.post(URL, {**form, "issuer": "Region Mitt"}).status_code == 302
    person = Case.objects.get().person
    assert person.identifier_issuer == "Region Mitt"
    found = {**form, "issuer": "Region Mitt", "do": "find"}
    assert "Okänd" in ward.post(URL, found).content.decode()
    assert Entry.objects.filter(action="person_search", person_ids=[person.pk]).exists()


def test_a_protected_address_is_neither_shown_nor_sent(ward: Client, person: Person) -> None:
    Person.objects.filter(pk=person.pk).update(protection="sekretessmarkering")
    html = ward.post(URL, typed(person, do="suggest")).content.decode()
    assert "Exempelvägen" not in html
    assert "Skyddad, skickas inte" in html


def test_another_assignment_may_not(person: Person, solen: Unit) -> None:
    client = signed_in(an_actor(solen, Role.PRIMARY_CARE_COORDINATOR))
    assert client.get(URL).status_code == 403
    assert client.post(PARTS, typed(person)).status_code == 403


def test_a_stay_can_be_registered_alone_and_its_clock_runs() -> None:
    person, client = a_person("Löfgren", "Sture"), signed_in(a_place().ward)
    answer = client.post(
        URL,
        {
            "number": person.identifier,
            "admitted_at": "2026-03-03 08.00",
            "do": "stay",
            "idempotency_key": "s1",
        },
    )
    case = Case.objects.get(person=person)
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/discharge/{case.pk}/")
    assert case.admission_notice_at is None
    assert "Skicka inskrivningsmeddelande" in client.get("/").content.decode()
