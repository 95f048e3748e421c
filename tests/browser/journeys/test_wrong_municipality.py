"""Fel kommun: the register lags behind a removal. The notice goes to Nacka, and finds Solna with its clock unmoved."""

from datetime import date, timedelta

import pytest

from lus.organisations.actor import Actor
from lus.organisations.models import Principal, PrincipalKind, UnitKind
from lus.organisations.roles import Role
from lus.persons.models import Person
from tests.browser.steps import admits, is_ready
from tests.browser.team import Team
from tests.factories import a_person, a_unit, an_actor
from tests.journeys.story import NACKA, SOLEN, clock, in_stockholm

from .conftest import MakeTeam

pytestmark = pytest.mark.django_db(transaction=True)

MON = date(2026, 3, 2)
TUE, WED = MON + timedelta(days=1), MON + timedelta(days=2)
NAME = "Åberg, Anna"
NOTICE, CORRECTED, READY = (
    "Inskrivningsmeddelande skickat",
    "Mottagare rättad",
    "Utskrivningsklar",
)


def solna() -> Actor:
    kommun = Principal.objects.create(kind=PrincipalKind.MUNICIPALITY, code="0184", name="Solna stad")
    reception = a_unit("Solna", UnitKind.RECEPTION, principal=kommun, municipality_code="0184")
    return an_actor(reception, Role.RECEPTION)


def test_a_notice_to_the_wrong_municipality_finds_the_right_one(make_team: MakeTeam) -> None:
    place = in_stockholm()
    person = a_person(
        street="Exempelvägen 4",
        registered_municipality="0182",
        listed_unit_id=place.primary_care.unit_id,
    )
    team = make_team(MON, person, **vars(place), right=solna())
    monday_the_ward_tells_nacka(team)
    monday_nacka_points_to_solna(team)
    monday_the_ward_sends_it_on(team)
    monday_nacka_sees_the_case_no_more(team)
    tuesday_solna_has_it_as_if_from_the_start(team)
    wednesday_the_notice_goes_to_solna(team)
    team.ends_well()


def monday_the_ward_tells_nacka(team: Team) -> None:
    team.at(MON, "9.00", team.ward, team.right)
    admits(team.ward, team.person, "Kommunal hälso- och sjukvård", "+3 dagar", "Skickat 09.00 till 2 enheter")
    team.receipts_hold((NOTICE, NACKA, False), (NOTICE, SOLEN, False))
    team.right.comes_to_work()
    assert team.right.rows() == []


def monday_nacka_points_to_solna(team: Team) -> None:
    nacka = team.municipality
    team.at(MON, "13.00", nacka)
    Person.objects.filter(pk=team.person.pk).update(registered_municipality="0184")  # the register catches up
    nacka.opens_case(NAME)
    nacka.opens_act("Fel mottagare")
    with nacka.page.expect_response(lambda answer: "reason=moved" in answer.url):
        nacka.chooses("Personen har flyttat")
    nacka.chooses("Solna")
    nacka.sends("Meddela avsändaren", "Skickat 13.00")
    assert NAME not in "".join(nacka.rows())


def monday_the_ward_sends_it_on(team: Team) -> None:
    ward = team.ward
    team.at(MON, "14.00", ward)
    assert "Fel mottagare" in ward.hears()
    ward.comes_to_work()
    row = next(text for text in ward.rows() if f"Ny mottagare behövs – {NACKA} är fel" in text)
    assert "i morgon 09.00" in row  # 24 hours from the admission, as for the first notice
    ward.opens_case(NAME)
    ward.opens_act("Välj ny mottagare")
    ward.sees(f"Föreslagen av {NACKA}")
    ward.sends("Skicka dit", "Skickat 14.00 till 1 enhet")
    duty = team.owed("choose_new_recipient")
    assert (duty.due_at, duty.met_at) == (clock(TUE, "9.00"), clock(MON, "14.00"))
    team.receipts_hold((NOTICE, SOLEN, False), (CORRECTED, "Solna", False))


def monday_nacka_sees_the_case_no_more(team: Team) -> None:
    nacka, case = team.municipality, team.case
    team.at(MON, "14.10", nacka)
    assert nacka.rows() == []
    nacka.goes_to("/discharge/board/")
    nacka.does_not_see(NAME)
    answer = nacka.page.request.get(f"{nacka.address}/discharge/{case.pk}/")
    assert answer.status == 404
    assert "Åberg" not in answer.text()


def tuesday_solna_has_it_as_if_from_the_start(team: Team) -> None:
    right = team.right
    team.at(TUE, "8.30", right)
    row = right.acknowledges("Kvittera")
    assert NAME in row
    right.opens_case(NAME)
    unit = team.facts.unit(str(right.actor.unit_id))
    assert unit is not None
    assert unit.told_at == clock(MON, "9.00")
    right.opens_act("Starta planeringen")
    right.sends("Starta planeringen", "Planeringen startad 08.30")


def wednesday_the_notice_goes_to_solna(team: Team) -> None:
    ward, right = team.ward, team.right
    team.at(WED, "10.00", ward)
    is_ready(ward, NAME, "Skickat 10.00 till 2 enheter")
    team.at(WED, "10.30", right, team.municipality)
    assert NAME in right.acknowledges("Kvittera underrättelse")
    assert team.municipality.rows() == []
    team.receipts_hold((READY, "Solna", True), (READY, SOLEN, False))
    days = [("2026-03-04", "Dag noll", "0")]
    assert [colleague.strip(team.case) for colleague in (ward, right, team.primary_care)] == [days] * 3
