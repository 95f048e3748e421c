"""Sämre, och klar igen: the notice is taken back, its days stand, and a new notice has its own day zero."""

from datetime import date, timedelta

import pytest

from discharge.actions.assess_need import Needs
from tests.browser.steps import anna, is_ready
from tests.browser.team import Team
from tests.journeys.story import NACKA, SOLEN, Story, in_stockholm

from .conftest import MakeTeam

pytestmark = pytest.mark.django_db(transaction=True)

FRI = date(2026, 2, 27)
MON, TUE, WED, THU, NEXT_FRI, SAT, SUN, NEXT_MON = (date(2026, 3, 2) + timedelta(days=n) for n in range(8))
NAME = "Åberg, Anna"
READY, WITHDRAWN = "Utskrivningsklar", "Utskrivningsklar återtagen"
FIRST = [("2026-03-02", "day_zero", "Dag noll", "0")]
PAUSE = [
    ("2026-03-03", "withdrawal_day", "Återtagen", ""),
    ("2026-03-04", "not_ready", "Ej räknad", ""),
    ("2026-03-05", "before_day_zero", "Ej räknad", ""),
]
AGAIN = [
    ("2026-03-06", "day_zero", "Dag noll", "0"),
    ("2026-03-07", "grace", "Fristdag", "1 av 2"),
    ("2026-03-08", "grace", "Fristdag", "2 av 2"),
    ("2026-03-09", "liable_shadow", "Räknad dag", "1"),
]


def test_a_patient_gets_worse_and_is_ready_again(make_team: MakeTeam) -> None:
    place = in_stockholm()
    person = anna(place)
    Story(FRI, place=place, person=person, needs=Needs(social_services=True))
    team = make_team(MON, person, **vars(place))
    monday_the_patient_is_ready(team)
    tuesday_the_patient_is_worse(team)
    tuesday_nacka_stops_what_it_had_begun(team)
    thursday_afternoon_ready_again(team)
    the_days_are_those_of_two_notices(team)
    team.ends_well()


def monday_the_patient_is_ready(team: Team) -> None:
    team.at(MON, "10.00", team.ward)
    is_ready(team.ward, NAME, "Skickat 10.00 till 2 enheter")
    team.at(MON, "10.20", team.municipality)
    team.municipality.acknowledges("Kvittera underrättelse")
    team.municipality.opens_case(NAME)
    team.municipality.opens_act("Klar att ta emot")
    team.municipality.types("Vad startar", "Hemtjänst morgon och kväll")
    team.municipality.sends("Meddela klar", "10.20")
    team.all_read(FIRST)


def tuesday_the_patient_is_worse(team: Team) -> None:
    ward = team.ward
    team.at(TUE, "8.30", ward)
    ward.opens_case(NAME)
    ward.opens_act("Återta utskrivningsklar")
    ward.sees("Redan räknade dagar står kvar.")
    ward.chooses("Försämrad")
    ward.sends("Återta", "08.30")
    ward.sees("Återtagen")
    assert (team.case.readiness, team.case.day_zero) == ("withdrawn", None)


def tuesday_nacka_stops_what_it_had_begun(team: Team) -> None:
    nacka, solen = team.municipality, team.primary_care
    team.at(TUE, "9.00", nacka, solen)
    for colleague in (nacka, solen):
        assert WITHDRAWN in colleague.hears()
        colleague.comes_to_work()
        assert NAME in colleague.acknowledges("Kvittera återtagen utskrivningsklar")
    solen.does_not_see("Kvittera underrättelse")  # never read, and history now: nobody is asked to
    nacka.goes_to("/discharge/board/")
    assert "Återtagen" in nacka.rows()[0]
    team.receipts_hold(
        (READY, NACKA, True), (WITHDRAWN, NACKA, True), (READY, SOLEN, False), (WITHDRAWN, SOLEN, True)
    )


def thursday_afternoon_ready_again(team: Team) -> None:
    for midnight in (WED, THU):
        team.at(midnight, "0.00")
    team.at(THU, "14.00", team.ward)
    is_ready(team.ward, NAME, "Skickat 14.00 till 2 enheter")
    assert (team.case.day_zero, team.case.first_liable_day) == (NEXT_FRI, NEXT_MON)
    team.at(THU, "14.30", team.municipality)
    assert NAME in team.municipality.acknowledges("Kvittera underrättelse")


def the_days_are_those_of_two_notices(team: Team) -> None:
    for midnight in (NEXT_FRI, SAT, SUN, NEXT_MON):
        team.at(midnight, "0.00")
    team.at(NEXT_MON, "8.00")
    team.all_read([*FIRST, *PAUSE, *AGAIN])
