"""Patient från ett annat län: the home municipality is not in the system. It is told by telephone, and that is kept."""

from datetime import date, timedelta

import pytest

from lus.organisations.models import Principal, PrincipalKind
from tests.browser.steps import anna, is_ready
from tests.browser.team import Team
from tests.journeys.story import NACKA, SOLEN, clock, in_stockholm

from .conftest import MakeTeam

pytestmark = pytest.mark.django_db(transaction=True)

MON = date(2026, 3, 2)
TUE, WED, THU, FRI, SAT = (MON + timedelta(days=n) for n in range(1, 6))
NAME = "Åberg, Anna"
DAYS = [
    ("2026-03-04", "Dag noll", "0"),
    ("2026-03-05", "Fristdag", "1 av 2"),
    ("2026-03-06", "Fristdag", "2 av 2"),
    ("2026-03-07", "Villkor saknas", ""),
]
TELL = "Meddela hemkommunen utanför systemet"


def test_a_patient_from_another_county(make_team: MakeTeam) -> None:
    place = in_stockholm()
    Principal.objects.create(kind=PrincipalKind.MUNICIPALITY, code="0680", name="Jönköpings kommun")
    person = anna(place, registered_municipality="0680")
    team = make_team(MON, person, **vars(place))
    monday_nobody_is_there_to_send_to(team)
    monday_the_ward_is_reminded_to_telephone(team)
    tuesday_the_ward_has_telephoned(team)
    tuesday_primary_care_knows_who_was_told(team)
    wednesday_ready_and_the_days_follow_the_statute(team)
    nacka_has_heard_of_nothing(team)
    team.ends_well()


def monday_nobody_is_there_to_send_to(team: Team) -> None:
    ward = team.ward
    team.at(MON, "9.00", ward)
    with ward.page.expect_event("load"):  # the recipients are fetched by a script of that page
        ward.press(ward.page.get_by_role("link", name="Nytt ärende"))
    ward.types("Personnummer", team.person.identifier)
    ward.chooses("Kommunal hälso- och sjukvård")
    ward.chooses("+3 dagar")
    ward.sees("Ingen mottagare är registrerad för Jönköpings kommun")
    ward.sends("Skicka inskrivningsmeddelande", "Skickat 09.00 till 1 enhet")
    ward.sees("Från annat län", "Folkbokförd i Jönköpings kommun.")


def monday_the_ward_is_reminded_to_telephone(team: Team) -> None:
    team.at(MON, "15.00", team.ward)
    row = next(text for text in team.ward.rows() if TELL in text)
    assert "i morgon 09.00" in row
    assert "LUS 2 kap. 1 och 3 §§" in row


def tuesday_the_ward_has_telephoned(team: Team) -> None:
    ward = team.ward
    team.at(TUE, "8.20", ward)
    ward.opens_case(NAME)
    ward.opens_act("Meddela hemkommunen")
    ward.sees("Systemet skickar inget till kommunen.")
    ward.chooses("Telefon och papper")
    ward.types("Mottagande funktion", "Mottagningsenheten, Jönköping")
    ward.sends("Logga", "Loggat 08.20")
    duty = team.owed("tell_home_municipality")
    assert (duty.due_at, duty.met_at) == (clock(TUE, "9.00"), clock(TUE, "8.20"))
    ward.comes_to_work()
    assert not [text for text in ward.rows() if TELL in text]


def tuesday_primary_care_knows_who_was_told(team: Team) -> None:
    solen = team.primary_care
    team.at(TUE, "9.10", solen)
    assert NAME in solen.acknowledges("Kvittera inskrivningsmeddelande")
    solen.opens_case(NAME)
    solen.sees("Meddelad utanför systemet i dag 08.20", "Från annat län")


def wednesday_ready_and_the_days_follow_the_statute(team: Team) -> None:
    team.at(WED, "10.00", team.ward)
    is_ready(team.ward, NAME, "Skickat 10.00 till 1 enhet")
    team.at(WED, "11.00", team.primary_care)
    team.primary_care.acknowledges("Kvittera underrättelse")
    team.receipts_hold(("Utskrivningsklar", SOLEN, True))
    for midnight in (THU, FRI, SAT):
        team.at(midnight, "0.00")
    team.at(SAT, "9.00")
    for colleague in (team.ward, team.primary_care):
        colleague.comes_to_work()
        assert colleague.strip(team.case) == DAYS
        colleague.sees("lagens regel")  # no agreement of the county holds for Jönköping


def nacka_has_heard_of_nothing(team: Team) -> None:
    nacka = team.municipality
    nacka.comes_to_work()
    assert nacka.rows() == []
    nacka.goes_to("/discharge/board/")
    nacka.does_not_see(NAME)
    assert NACKA not in {unit for _, unit, _ in team.ward.receipts(team.case)}
