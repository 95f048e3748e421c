"""Tackat nej: nobody is called, nobody pays for that, and a no may become a yes later."""

from datetime import date, timedelta

import pytest

from discharge.actions.assess_need import Needs
from tests.browser.steps import anna, is_ready
from tests.browser.team import Team
from tests.journeys.story import Story, in_stockholm

from .conftest import MakeTeam

pytestmark = pytest.mark.django_db(transaction=True)

MON = date(2026, 3, 2)
TUE, WED = (MON + timedelta(days=n) for n in (1, 2))
NAME = "Åberg, Anna"


def test_a_no_calls_nobody_and_a_yes_opens_the_way_again(make_team: MakeTeam) -> None:
    place = in_stockholm()
    person = anna(place)
    Story(MON, place=place, person=person, needs=Needs(social_services=True))
    team = make_team(MON, person, **vars(place))
    tuesday_the_person_says_no(team)
    wednesday_the_patient_is_ready(team)
    wednesday_the_person_changes_their_mind(team)
    team.ends_well()


def tuesday_the_person_says_no(team: Team) -> None:
    team.at(TUE, "9.00", team.ward, team.primary_care)
    needs_a_plan(team)
    team.ward.opens_case(NAME)
    team.ward.opens_section("SIP")
    team.ward.opens_act("Erbjud SIP")
    team.ward.page.get_by_label("Muntligt", exact=True).check()
    team.ward.sends("Spara erbjudande", "09.00")
    answers(team, "Nej", "09.00")
    assert not may_call(team)


def wednesday_the_patient_is_ready(team: Team) -> None:
    team.at(WED, "9.00", team.ward)
    is_ready(team.ward, NAME, "Skickat 09.00 till 2 enheter")
    team.at(WED, "10.00", team.municipality)
    team.municipality.opens_case(NAME)
    team.municipality.opens_section("Betalning")
    team.municipality.sees("Kallelse till SIP (krävs ej)")


def wednesday_the_person_changes_their_mind(team: Team) -> None:
    team.at(WED, "11.00", team.ward)
    team.ward.opens_case(NAME)
    team.ward.opens_section("SIP")
    answers(team, "Ja", "11.00")
    team.ward.opens_act("Samtycke till SIP")
    team.ward.chooses("Ja")
    team.ward.sends("Spara svar", "11.00")
    assert may_call(team)


def needs_a_plan(team: Team) -> None:
    team.primary_care.opens_case(NAME)
    team.primary_care.opens_section("SIP")
    team.primary_care.opens_act("Bedöm behov av SIP")
    team.primary_care.chooses("Ja, behövs")
    team.primary_care.sends("Spara bedömning", "09.00")


def answers(team: Team, answer: str, said: str) -> None:
    team.ward.opens_act("Personens svar på SIP")
    team.ward.chooses(answer)
    team.ward.sends("Spara svar", said)


def may_call(team: Team) -> bool:
    """Whether the care contact is offered to call."""
    care = team.primary_care
    care.comes_to_work()
    care.opens_case(NAME)
    care.opens_section("SIP")
    return care.page.get_by_role("link", name="Kalla till SIP", exact=True).count() > 0
