"""*Planering* on the case page, and what planning changes in Min tur and on the board."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from discharge.actions.answer_planning_field import answer_planning_field
from discharge.actions.assess_adl import assess_adl
from discharge.actions.change_expected_discharge import change_expected_discharge
from discharge.actions.confirm_track import confirm_track
from discharge.actions.mark_planning_field_unknown import mark_planning_field_unknown
from discharge.actions.start_planning import start_planning
from discharge.models import Case
from discharge.rules.facts_of_planning import AdlItem
from lus.organisations.actor import Actor
from tests.factories import NOW, Place, a_case, a_place, mark_ready, signed_in

AT = NOW + timedelta(hours=1)
pytestmark = [pytest.mark.django_db, pytest.mark.at(AT)]


@pytest.fixture
def place() -> Place:
    return a_place()


@pytest.fixture
def case(place: Place) -> Case:
    return a_case(place)


def section(actor: Actor, case: Case) -> str:
    return signed_in(actor).get(f"/discharge/{case.pk}/?section=planning").content.decode()


def answer(actor: Actor, case: Case, field: str, value: str, at: Any = AT) -> None:
    answer_planning_field(
        case_id=case.pk, actor=actor, at=at, field=field, value=value, legal_ground="consent"
    )


def test_before_the_notice_the_section_says_what_it_waits_for(place: Place) -> None:
    from discharge.actions.register_admission import register_admission
    from tests.factories import a_person

    early = register_admission(person_id=a_person().pk, actor=place.ward, at=NOW, admitted_at=NOW)
    assert "Planeringen börjar när inskrivningsmeddelandet är skickat." in section(place.ward, early)


def test_the_section_shows_whose_each_question_is_and_how_much_is_answered(place: Place, case: Case) -> None:
    answer(place.ward, case, "transport", "taxi")
    mark_planning_field_unknown(case_id=case.pk, actor=place.municipality, at=AT, field="door")
    html = section(place.primary_care, case)
    assert "1 av 13 besvarade, 7 %" in html
    assert "1 vet ej" in html
    assert "Sjukresa" in html
    assert "Tas upp igen i morgon 11.00 (intern rutin)" in html
    assert "Nacka svarar" in html
    assert "0 av 2 enheter klara" in html


def test_an_answer_is_read_by_its_readers_only(place: Place, case: Case) -> None:
    answer(place.municipality, case, "door", "keys")
    assert "Nycklar finns hos oss" in section(place.ward, case)
    hidden = section(place.primary_care, case)
    assert "Nycklar finns hos oss" not in hidden
    assert "Besvarad. Läses inte av er enhet." in hidden
    overview = signed_in(place.primary_care).get(f"/discharge/{case.pk}/").content.decode()
    assert "Nycklar finns" not in overview


def test_only_own_questions_have_verbs(place: Place, case: Case) -> None:
    html = section(place.municipality, case)
    assert "/answer-field/?field=door" in html
    assert "/answer-field/?field=transport" not in html


def test_the_address_opens_one_question(place: Place, case: Case) -> None:
    html = signed_in(place.ward).get(f"/discharge/{case.pk}/answer-field/?field=transport").content.decode()
    assert "Vilken hemtransport behövs?" in html
    assert "Liggande" in html
    assert "Rättsligt stöd" in html
    answer(place.ward, case, "home_before", "alone")
    again = signed_in(place.ward).get(f"/discharge/{case.pk}/answer-field/?field=transport").content.decode()
    assert "Rättsligt stöd" not in again


def test_two_who_answer_the_same_question_both_see_both(place: Place, case: Case) -> None:
    client, url = signed_in(place.ward), reverse("answer_planning_field", args=[case.pk])
    case.refresh_from_db()
    typed = {"field": "transport", "value": "lying", "legal_ground": "consent", "seen_version": case.version}
    answer(place.ward, case, "transport", "taxi")
    told = client.post(url, typed)
    assert told.status_code == 409
    html = told.content.decode()
    assert "”Sjukresa”" in html
    assert "Ni skrev: ”Liggande”" in html
    again = {bound.html_name: bound.value() for bound in told.context["form"] if bound.value() is not None}
    assert client.post(url, again).status_code == 302
    assert "Liggande" in section(place.municipality, case)


def test_a_question_is_moved_to_another_unit(place: Place, case: Case) -> None:
    client, url = signed_in(place.municipality), f"/discharge/{case.pk}/move-field/?field=door"
    assert "Vårdcentralen Solen" in client.get(url).content.decode()
    typed = {"field": "door", "unit_id": str(place.primary_care.unit_id)}
    assert client.post(url, typed).status_code == 302
    assert client.post(url, {**typed, "unit_id": ""}).status_code == 422
    assert "/answer-field/?field=door" in section(place.primary_care, case)


def test_an_aid_is_listed_with_who_sees_to_it(place: Place, case: Case) -> None:
    client, url = signed_in(place.ward), f"/discharge/{case.pk}/aid/"
    typed = {"what": "Vårdsäng", "where": "home", "owner_unit_id": str(place.municipality.unit_id)}
    assert client.post(url, {**typed, "what": ""}).status_code == 422
    sent = client.post(url, {**typed, "by_day": "2026-03-06", "legal_ground": "consent"})
    assert sent.status_code == 302
    html = section(place.primary_care, case)
    assert "Vårdsäng" in html
    assert "I bostaden · Nacka · senast fre 6/3" in html


def test_adl_shows_what_is_worse_first_and_asks_to_be_updated_when_it_is_old(
    place: Place, case: Case
) -> None:
    items = [AdlItem("eat", 0, 0), AdlItem("transfer", 0, 3, carers=2, aid="lyft")]
    assess_adl(case_id=case.pk, actor=place.ward, at=AT, items=items, legal_ground="consent")
    html = section(place.municipality, case)
    assert html.index("Förflyttning") < html.index("Äta</th>")
    assert "Dubbelbemanning" in html
    assert "Uppdatera ADL (intern rutin)" not in html
    later = AT + timedelta(hours=73)
    mark_ready(place, case, at=later)
    with time_machine.travel(later, tick=False):
        assert "Uppdatera ADL (intern rutin)" in section(place.ward, case)


def test_the_track_is_suggested_with_reasons_and_then_stands_by_the_steps_and_on_the_board(
    place: Place, case: Case
) -> None:
    answer(place.ward, case, "housing_ahead", "no")
    html = section(place.ward, case)
    assert "Föreslås:" in html
    assert "Personen kan inte bo som förut." in html
    assert "Regionens egna spår är inte kända här" in (
        signed_in(place.ward).get(f"/discharge/{case.pk}/track/").content.decode()
    )
    confirm_track(case_id=case.pk, actor=place.ward, at=AT, track="neutral_c")
    shown = '<span class="lus-track" data-track="neutral">'
    assert shown in signed_in(place.municipality).get(f"/discharge/{case.pk}/").content.decode()
    assert shown in signed_in(place.municipality).get("/discharge/board/").content.decode()


def test_one_row_per_unit_says_how_many_questions_wait(place: Place, case: Case) -> None:
    start_planning(case_id=case.pk, actor=place.municipality, at=AT)
    mark_planning_field_unknown(case_id=case.pk, actor=place.municipality, at=AT, field="door")
    html = signed_in(place.municipality).get("/").content.decode()
    assert "Fyll i underlag (2 fält)" in html
    assert "Jaga svar (1 vet ej)" in html
    assert f"/discharge/{case.pk}/?section=planning#section" in html
    assert "Fyll i underlag (8 fält)" in signed_in(place.ward).get("/").content.decode()


def test_a_moved_day_is_told_with_where_it_stood_and_how_often(place: Place, case: Case) -> None:
    for days in (9, 11):
        day = (NOW + timedelta(days=days)).date()
        change_expected_discharge(case_id=case.pk, actor=place.ward, at=AT, new_date=day, reason="transport")
    html = section(place.municipality, case)
    assert "tor 12/3" in html
    assert "<b>lör 14/3</b> · flyttat 2 ggr" in html
    assert "Transport" in html
    board = signed_in(place.ward).get("/discharge/board/").content.decode()
    assert "tor 12/3" in board
    assert "flyttat 2 ggr" in board


def test_the_page_tells_who_must_acknowledge_a_new_day_and_why(place: Place, case: Case) -> None:
    html = signed_in(place.ward).get(f"/discharge/{case.pk}/expected-discharge/").content.decode()
    assert "Kvittens, ons 4/3" in html
    assert "Nacka, Vårdcentralen Solen: tidigare än förut." in html
    assert "får besked och behöver inte kvittera." in html


def test_the_planning_is_in_the_answer_of_the_api(place: Place, case: Case) -> None:
    answer(place.municipality, case, "door", "keys")
    from discharge.api.planning_body import planning_body
    from discharge.queries.case_page import case_page

    seen = {
        who: {
            field["key"]: field
            for field in planning_body(case_page(getattr(place, who), case.pk, at=AT), getattr(place, who))[
                "basis"
            ]["fields_asked"]
        }
        for who in ("ward", "primary_care")
    }
    assert (seen["ward"]["door"]["value"], seen["ward"]["door"]["is_hidden"]) == ("keys", False)
    assert (seen["primary_care"]["door"]["value"], seen["primary_care"]["door"]["is_hidden"]) == (None, True)
