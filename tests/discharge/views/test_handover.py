"""*Överlämning* on the case page: the light, the table, and what other units may not read before it is sent."""

from datetime import timedelta

import pytest
from django.urls import reverse

from discharge.actions.add_handover_part import add_handover_part
from discharge.actions.confirm_handover_received import confirm_handover_received
from discharge.actions.discharge_patient import discharge_patient
from discharge.actions.send_handover import send_handover
from discharge.models import Case
from lus.organisations.actor import Actor
from tests.factories import NOW, Place, a_case, a_place, signed_in

AT = NOW + timedelta(hours=2)
pytestmark = [pytest.mark.django_db, pytest.mark.at(AT)]


@pytest.fixture
def place() -> Place:
    return a_place()


def section(actor: Actor, case: Case) -> str:
    url = f"{reverse('case', args=[case.pk])}?section=handover"
    return " ".join(signed_in(actor).get(url).content.decode().split())


def test_the_light_counts_what_is_missing_and_the_step_leads_here(place: Place) -> None:
    case = a_case(place)
    html = section(place.ward, case)
    assert "7 delar saknas" in html
    assert f"/discharge/{case.pk}/handover-part/?part=medicine_list" in html
    assert "Behövs inte" in html
    assert f'href="/discharge/{case.pk}/?section=handover#section"' in html


def test_a_link_of_the_table_chooses_the_part(place: Place) -> None:
    case = a_case(place)
    html = signed_in(place.ward).get(f"/discharge/{case.pk}/handover-part/?part=food").content.decode()
    assert '<option value="food" selected' in html


def test_other_units_read_a_part_when_it_is_sent_and_not_before(place: Place) -> None:
    case = a_case(place)
    add_handover_part(
        case_id=case.pk, actor=place.ward, at=AT, part="food", where="here", text="Matlåda i kylen"
    )
    assert "Matlåda i kylen" in section(place.ward, case)
    assert "Tillagd, inte skickad" in section(place.ward, case)
    unsent = section(place.municipality, case)
    assert "Matlåda" not in unsent
    assert "Matlåda" not in signed_in(place.municipality).get(f"/discharge/{case.pk}/").content.decode()
    send_handover(case_id=case.pk, actor=place.ward, at=AT)
    assert "Matlåda i kylen" in section(place.municipality, case)
    assert "Bekräfta överlämningen" in section(place.municipality, case)


def test_when_everybody_has_confirmed_a_part_is_received(place: Place) -> None:
    case = a_case(place)
    send_handover(case_id=case.pk, actor=place.ward, at=AT, parts=["medicine_list"])
    for actor in (place.municipality, place.primary_care):
        assert "Mottagen</span>" not in section(place.ward, case)
        confirm_handover_received(case_id=case.pk, actor=actor, at=AT + timedelta(minutes=1))
    assert "Mottagen</span>" in section(place.ward, case)


def test_where_the_patient_went_is_told_afterwards_and_what_is_missing_stands_in_min_tur(
    place: Place,
) -> None:
    case = a_case(place)
    send_handover(case_id=case.pk, actor=place.ward, at=AT, parts=["medicine_list"])
    discharge_patient(
        case_id=case.pk,
        actor=place.ward,
        at=AT,
        left_at=AT,
        destination="other",
        destination_text="hos dottern",
    )
    assert "till: Annat: hos dottern" in section(place.municipality, case)
    assert "Komplettera överlämning (5 delar)" in signed_in(place.ward).get("/").content.decode()


def test_the_board_says_where_the_patient_went(place: Place) -> None:
    case = a_case(place)
    discharge_patient(case_id=case.pk, actor=place.ward, at=AT, left_at=AT, destination="short_term")
    assert "korttidsboende" in signed_in(place.municipality).get(reverse("board")).content.decode()


def test_the_discharge_page_lists_what_is_missing_and_whose_it_is(place: Place) -> None:
    case = a_case(place)
    html = signed_in(place.ward).get(f"/discharge/{case.pk}/discharge/").content.decode()
    assert "Överlämning: 7 delar saknas" in html
    assert "Läkemedelslista med skäl till ändringar" in html
    assert "Kommunens plats tar över" in html
