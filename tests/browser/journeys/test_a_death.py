"""Ett dödsfall: quiet words to the others, an open page that stops, and not one clock that runs on."""

from datetime import date, timedelta

import pytest

from lus.deadlines.models import Obligation
from lus.notifications.models import Notification
from tests.browser.people import Colleague
from tests.browser.steps import anna
from tests.browser.team import Team
from tests.journeys.story import Story, clock, in_stockholm

from .conftest import MakeTeam

pytestmark = pytest.mark.django_db(transaction=True)

FRI = date(2026, 2, 27)
MON, TUE, WED, THU, NEXT_FRI = (date(2026, 3, 2) + timedelta(days=n) for n in range(5))
NAME = "Åberg, Anna"
LOUD = ("Avliden", "avliden", "död")


def test_a_death_is_told_quietly_and_stops_everything(make_team: MakeTeam) -> None:
    place = in_stockholm()
    person = anna(place)
    Story(FRI, place=place, person=person).is_ready(MON)
    team = make_team(TUE, person, **vars(place))
    wednesday_nacka_has_begun_to_write(team)
    wednesday_the_ward_records_it(team)
    wednesday_nacka_is_stopped_gently(team)
    the_lists_and_the_bell_say_nothing_of_it(team)
    inside_the_case_it_stands(team)
    the_nights_after_are_still(team)
    team.ends_well()


def wednesday_nacka_has_begun_to_write(team: Team) -> None:
    team.at(TUE, "0.00")
    team.at(WED, "0.00")
    team.at(WED, "8.50", team.municipality)
    assert team.municipality.rows() != []
    team.municipality.opens_case(NAME)
    team.municipality.opens_act("Klar att ta emot")
    team.municipality.types("Vad startar", "Hemtjänst morgon och kväll")


def wednesday_the_ward_records_it(team: Team) -> None:
    ward = team.ward
    team.at(WED, "9.00", ward)
    ward.opens_case(NAME)
    ward.opens_act("Registrera avliden")
    ward.types("Tidpunkt", "2026-03-04 06.40")
    ward.chooses("Uppgiften stämmer, och gäller den här patienten")
    ward.page.get_by_text("Hände tidigare? Efterregistrera").click()
    ward.types("Varför registreras det i efterhand\\?", "Läkaren kom klockan nio")
    ward.sends("Registrera", "Registrerat 09.00")
    assert team.case.closed_at == clock(WED, "9.00")


def wednesday_nacka_is_stopped_gently(team: Team) -> None:
    page = team.municipality.page
    with page.expect_response(lambda answer: answer.request.method == "POST") as answered:
        team.municipality.presses("Meddela klar")
    assert answered.value.status == 409
    team.municipality.sees("Ärendet är avslutat")
    assert not [word for word in LOUD if word in page.get_by_role("dialog").inner_text()]


def the_lists_and_the_bell_say_nothing_of_it(team: Team) -> None:
    team.at(WED, "9.30")
    for colleague in team.everybody:
        colleague.comes_to_work()
        assert colleague.rows() == []
        said = colleague.page.locator("main").inner_text()
        colleague.goes_to("/discharge/board/")
        assert colleague.rows() == []
        assert not [word for word in LOUD if word in said]
    for colleague in (team.municipality, team.primary_care):
        assert not [word for word in LOUD if word in colleague.hears()]
    team.primary_care.sees("Avslutat")  # Nacka has read it on the page that stopped


def inside_the_case_it_stands(team: Team) -> None:
    for colleague in (team.ward, team.municipality):
        colleague.opens_search(team.case.reference)
        colleague.sees("Avliden", "Inget väntar på någon", "Inga klockor går.")
        assert "Kvittera" not in _main(colleague)
    days = [
        ("2026-03-02", "Dag noll", "0"),
        ("2026-03-03", "Fristdag", "1 av 2"),
        ("2026-03-04", "Ej räknad", ""),
    ]
    assert team.municipality.strip(team.case) == days


def the_nights_after_are_still(team: Team) -> None:
    told = Notification.objects.count()
    for midnight in (THU, NEXT_FRI):
        team.at(midnight, "0.00")
    team.at(NEXT_FRI, "8.00", *team.everybody)
    assert Notification.objects.count() == told
    assert not Obligation.objects.filter(case_id=team.case.pk, cancelled_at=None, met_at=None).exists()
    assert [colleague.rows() for colleague in team.everybody] == [[], [], []]


def _main(colleague: Colleague) -> str:
    return colleague.page.locator(".lus-case__next").inner_text()
