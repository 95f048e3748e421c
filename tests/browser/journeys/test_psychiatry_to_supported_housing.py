"""Från psykiatrin till stödboende: a place to live is searched for, all see for whom one waits, and it is found."""

from datetime import date, timedelta

import pytest

from tests.browser.places import PSYCHIATRY, psychiatric_place
from tests.browser.steps import anna, is_ready
from tests.browser.team import Team
from tests.journeys.story import NACKA

from .conftest import MakeTeam

pytestmark = pytest.mark.django_db(transaction=True)

MON = date(2026, 2, 2)
READY = date(2026, 2, 16)
LIABLE = READY + timedelta(days=6)  # the county's agreement on psychiatric care: five free days with day zero
LEAVES = LIABLE + timedelta(days=1)
NAME = "Åberg, Anna"
WAITS = "HVB eller stödboende"
NOTICE = "Inskrivningsmeddelande skickat"


def test_from_psychiatric_care_to_supported_housing(make_team: MakeTeam) -> None:
    place = psychiatric_place()
    person = anna(place, listed_unit_id=None, born=date(1984, 5, 14))
    team = make_team(
        MON, person, ward=place.ward, municipality=place.municipality, psychiatry=place.primary_care
    )
    monday_the_clinic_is_proposed_by_the_rules(team)
    the_ward_says_that_home_is_not_possible(team)
    two_weeks_later_the_patient_is_ready(team)
    one_waits_for_a_place_to_live(team)
    nacka_has_found_a_place(team)
    the_patient_moves_in(team)
    team.ends_well()


def monday_the_clinic_is_proposed_by_the_rules(team: Team) -> None:
    ward = team.ward
    team.at(MON, "9.00", ward)
    with ward.page.expect_event("load"):  # the recipients are fetched by a script of that page
        ward.press(ward.page.get_by_role("link", name="Nytt ärende"))
    ward.types("Personnummer", team.person.identifier)
    ward.chooses("Socialtjänst")
    ward.chooses("Öppenvård")
    ward.chooses("Välj datum")
    ward.types("Annat datum för Välj datum", READY.isoformat())
    ward.sees("Psykiatrisk öppenvård för Nacka kommun")
    ward.sees_receivers(2)
    ward.sends("Skicka inskrivningsmeddelande", "Skickat 09.00 till 2 enheter")
    team.receipts_hold((NOTICE, NACKA, False), (NOTICE, PSYCHIATRY, False))
    team.at(MON, "10.00", team.municipality, team.psychiatry)
    for colleague in (team.municipality, team.psychiatry):
        colleague.acknowledges("Kvittera inskrivningsmeddelande")


def the_ward_says_that_home_is_not_possible(team: Team) -> None:
    ward = team.ward
    team.at(MON, "13.00", ward)
    ward.opens_case(NAME)
    ward.opens_section("Planering")
    ward.press(ward.page.locator("#falt-housing_ahead").get_by_role("link", name="Svara"))
    ward.chooses("Nej")
    ward.chooses("Samtycke")
    ward.sends("Spara svar", "13.00")
    ward.sees("Personen kan inte bo som förut.")
    ward.press(ward.page.get_by_role("link", name="Fastställ spår").first)
    ward.sends("Fastställ spår", "Spåret fastställt 13.00")
    team.at(MON, "13.30", team.municipality)
    team.municipality.opens_case(NAME)
    team.municipality.opens_section("Planering")
    team.municipality.sees("Personen kan inte bo som förut.")


def two_weeks_later_the_patient_is_ready(team: Team) -> None:
    clinic = team.psychiatry
    team.at(READY, "9.00", clinic)
    clinic.opens_case(NAME)
    clinic.opens_section("SIP")
    clinic.opens_act("Bedöm behov av SIP")
    clinic.chooses("Nej, behövs inte")
    clinic.types("Orsak", "Befintlig plan räcker")
    clinic.sends("Spara bedömning", "09.00")
    clinic.opens_act("Öppenvårdens insatser")
    clinic.chooses("Ja, insatserna är klara")
    clinic.sends("Lämna besked", "09.00")
    team.at(READY, "10.00", team.ward)
    is_ready(team.ward, NAME, "Skickat 10.00 till 2 enheter")
    assert (team.case.day_zero, team.case.first_liable_day) == (READY, LIABLE)


def one_waits_for_a_place_to_live(team: Team) -> None:
    ward, nacka = team.ward, team.municipality
    day = READY + timedelta(days=1)
    team.at(day, "9.00", ward)
    ward.opens_case(NAME)
    ward.opens_section("Planering")
    ward.sees("Boende säkrat", "Krisplan upprättad")
    ward.opens_act("Ange orsak")
    ward.picks("Orsak", WAITS)
    ward.picks("Ägare", NACKA)
    ward.sends("Spara orsak", "Orsak sparad 09.00")
    team.at(day, "9.30", nacka)
    assert "rsak" in nacka.hears()
    nacka.goes_to("/discharge/board/")
    assert f"Orsak: {WAITS}" in nacka.rows()[0]
    nacka.opens_case(NAME)
    nacka.opens_section("Planering")
    nacka.sees(f"{WAITS} · {NACKA}")


def nacka_has_found_a_place(team: Team) -> None:
    ward, nacka = team.ward, team.municipality
    for ahead in range(2, 7):
        team.at(READY + timedelta(days=ahead), "0.00")
    team.at(LIABLE, "10.00", nacka, ward)
    nacka.opens_case(NAME)
    nacka.opens_act("Klar att ta emot")
    nacka.types("Vad startar", "Plats på stödboendet Eken")
    nacka.types("Första kontakt", f"{LEAVES} 13.00")
    nacka.sends("Meddela klar", "10.00 till 2 enheter")
    nacka.opens_section("Planering")
    nacka.says_yes("P3")
    assert "Klar att ta emot" in ward.hears()
    ward.comes_to_work()
    ward.opens_case(NAME)
    ward.opens_section("Planering")
    ward.press(ward.page.get_by_role("link", name=f"Upphört , {WAITS}"))
    ward.page.get_by_role("dialog").get_by_role("radio").first.check()
    ward.sends("Avsluta orsak", "Orsaken avslutad 10.00")
    ward.sees("Dagar hittills")


def the_patient_moves_in(team: Team) -> None:
    ward, nacka = team.ward, team.municipality
    team.at(LEAVES, "0.00")
    team.at(LEAVES, "11.00", ward)
    ward.opens_case(NAME)
    ward.opens_act("Skriv ut")
    ward.sees("Verksamheten tar över. Läkemedel behöver följa med.")
    ward.chooses(WAITS)
    ward.types("Om delar saknas i överlämningen: varför\\?", "Skickas i dag")
    ward.types("Punkter är öppna: varför skrivs patienten ut ändå\\?", "Platsen finns bara i dag")
    ward.sends("Registrera utskrivning", "Registrerat 11.00 till 2 enheter")
    team.at(LEAVES, "11.30", nacka)
    assert "hvb eller stödboende" in nacka.acknowledges("Kvittera utskrivning")
    strip = nacka.strip(team.case)
    assert strip[:2] == [("2026-02-16", "Dag noll", "0"), ("2026-02-17", "Fristdag", "1 av 5")]
    assert strip[-2:] == [("2026-02-22", "Räknad dag", "1"), ("2026-02-23", "Ej räknad", "")]
