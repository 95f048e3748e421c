"""Ett barn: the list asks what it asks of children alone, and the guardians answer and are told."""

from datetime import date, timedelta

import pytest

from lus.organisations.models import Principal
from lus.organisations.roles import Role
from tests.browser.steps import admits, anna, is_ready, reads_everything
from tests.browser.team import Team
from tests.factories import a_unit, an_actor
from tests.journeys.story import in_stockholm

from .conftest import MakeTeam

pytestmark = pytest.mark.django_db(transaction=True)

MON = date(2026, 3, 2)
TUE, WED, THU = (MON + timedelta(days=n) for n in range(1, 4))
NAME = "Åberg, Maja"
GUARDIANS = "Vårdnadshavare informerade och samtycken klara"
SCHOOL = "Förskola/skola och elevhälsa vidtalad enligt samtycke"
BEST = "Barnets bästa bedömt, barnet har fått anpassad information"
OF_ADULTS = ("Krisplan upprättad", "Placeringssamordnare kontaktad", "Samordnad vårdplan justerad")


def test_a_child_goes_home_with_the_guardians_informed(make_team: MakeTeam) -> None:
    place = in_stockholm()
    region = Principal.objects.get(code="01")
    ward = an_actor(a_unit("Barnavd 70", principal=region), Role.WARD_STAFF)
    person = anna(place, given_name="Maja", born=date(2017, 5, 14))
    team = make_team(MON, person, ward=ward, municipality=place.municipality, primary_care=place.primary_care)
    monday_the_ward_admits_a_child(team)
    monday_the_others_see_that_it_is_a_child(team)
    tuesday_the_guardians_answer(team)
    wednesday_the_list_asks_about_children(team)
    thursday_the_child_goes_home(team)
    team.ends_well()


def monday_the_ward_admits_a_child(team: Team) -> None:
    team.at(MON, "9.00", team.ward)
    admits(team.ward, team.person, "Kommunal hälso- och sjukvård", "+3 dagar", "Skickat 09.00 till 2 enheter")
    team.ward.sees("Vårdnadshavare informeras och svarar om samtycke. Tänk på BUP och skola.")


def monday_the_others_see_that_it_is_a_child(team: Team) -> None:
    team.at(MON, "10.00", team.municipality, team.primary_care)
    for colleague in (team.municipality, team.primary_care):
        assert NAME in colleague.acknowledges("Kvittera inskrivningsmeddelande")
        colleague.opens_case(NAME)
        colleague.sees("8 år", "Barn")


def tuesday_the_guardians_answer(team: Team) -> None:
    team.at(TUE, "9.00", team.primary_care, team.ward)
    team.primary_care.opens_case(NAME)
    team.primary_care.opens_section("SIP")
    team.primary_care.opens_act("Bedöm behov av SIP")
    team.primary_care.chooses("Ja, behövs")
    team.primary_care.sends("Spara bedömning", "09.00")
    ward = team.ward
    ward.opens_case(NAME)
    ward.opens_section("SIP")
    ward.opens_act("Samtycke till SIP")
    assert ward.page.get_by_role("dialog").get_by_label("Vårdnadshavare 1").is_checked()
    ward.chooses("Ja")
    ward.sends("Spara svar", "09.00")
    assert team.last("consent_recorded").data["given_by"] == "guardian1"
    the_other_guardian_says(team, "10.00", "Nej")
    ward.sees("Oense", "Prata med chefen")
    the_other_guardian_says(team, "14.00", "Ja")
    ward.does_not_see("Oense")
    assert team.last("consent_recorded").data["given_by"] == "guardian2"


def the_other_guardian_says(team: Team, said: str, answer: str) -> None:
    """The ward asks about the joint plan; nobody is called as long as one of the two says no."""
    ward = team.ward
    team.at(TUE, said, ward, team.primary_care)
    ward.opens_case(NAME)
    ward.opens_section("SIP")
    ward.opens_act("Samtycke till SIP")
    ward.chooses("Vårdnadshavare 2")
    ward.chooses(answer)
    ward.sends("Spara svar", said)
    team.primary_care.opens_case(NAME)
    team.primary_care.opens_section("SIP")
    may_call = team.primary_care.page.get_by_role("link", name="Kalla till SIP", exact=True)
    assert (may_call.count() > 0) == (answer == "Ja")


def wednesday_the_list_asks_about_children(team: Team) -> None:
    ward, nacka = team.ward, team.municipality
    team.at(WED, "9.00", ward)
    is_ready(ward, NAME, "Skickat 09.00 till 2 enheter")
    ward.opens_section("Planering")
    ward.sees(GUARDIANS, SCHOOL, BEST)
    ward.does_not_see(*OF_ADULTS)
    for code in ("C1", "C2", "C3"):
        ward.says_yes(code)
    team.at(WED, "9.30", nacka)
    reads_everything(nacka)
    nacka.opens_case(NAME)
    nacka.opens_section("Planering")
    nacka.does_not_see(*OF_ADULTS)
    nacka.says_yes("C2")
    assert team.case.day_zero == WED  # the statute makes no difference between ages


def thursday_the_child_goes_home(team: Team) -> None:
    ward = team.ward
    team.at(THU, "0.00")
    team.at(THU, "10.00", ward)
    ward.opens_case(NAME)
    ward.opens_section("Överlämning")
    ward.opens_act("Skriv till patienten")
    ward.sees("Till dig som är vårdnadshavare")
    ward.writes_to_the_patient()
    ward.sends("Spara version", "10.00")
    ward.opens_act("Lämna till patienten")
    ward.chooses("Skriftligt och muntligt")
    ward.chooses("Vårdnadshavare")
    ward.sends("Lämnad", "Antecknat 10.00")
    ward.opens_act("Skicka överlämning")
    ward.ticks_everything()
    ward.sends("Skicka överlämning", "Skickat 10.00 till 2 enheter")
    ward.opens_act("Skriv ut")
    ward.chooses("Ordinärt boende")
    ward.types("Punkter är öppna: varför skrivs patienten ut ändå\\?", "Föräldrarna ordnar resten")
    ward.sends("Registrera utskrivning", "Registrerat 10.00 till 2 enheter")
    team.at(THU, "10.20", team.primary_care)
    team.primary_care.opens_case(NAME)
    team.primary_care.opens_section("Överlämning")
    team.primary_care.sees("skriftligt och muntligt, svenska. Vårdnadshavare.")
    days = [("2026-03-04", "Dag noll", "0"), ("2026-03-05", "Ej räknad", "")]
    assert team.primary_care.strip(team.case) == days
