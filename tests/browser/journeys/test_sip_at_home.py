"""SIP i hemmet: a home nurse begins it, all write, confirm and follow up, and it is closed with its reason."""

from datetime import date, timedelta

import pytest

from sip.models import Plan
from tests.browser.people import Colleague
from tests.browser.team import Team
from tests.sip.outside import Outside, around_home
from tests.sip.plan_rows import MUNICIPALITY, REGION, whole_plan, write

from .conftest import MakeTeam

pytestmark = pytest.mark.django_db(transaction=True)

MON = date(2026, 3, 2)
TUE, FRI, IN_APRIL = MON + timedelta(days=1), MON + timedelta(days=4), date(2026, 4, 15)
WORDS = "Att få bo hemma med katten."


def test_a_home_nurse_begins_a_sip_that_is_followed_up_and_closed(make_team: MakeTeam) -> None:
    home = around_home()
    team = make_team(MON, home.person, nurse=home.nurse, care=home.primary_care, social=home.social)
    monday_the_nurse_asks_and_calls(team, home)
    tuesday_the_others_answer(team)
    friday_they_meet_and_write(team, home)
    friday_each_confirms_and_the_person_has_it(team)
    in_april_it_is_followed_up_and_closed(team)
    team.ends_well()


def monday_the_nurse_asks_and_calls(team: Team, home: Outside) -> None:
    nurse = team.nurse
    team.at(MON, "9.00", nurse)
    nurse.follows("SIP")
    nurse.sees("Ingen pågående SIP")
    nurse.follows("Ny SIP")
    nurse.types("Personnummer", team.person.identifier)
    nurse.chooses("I hemmet")
    nurse.types("Varför SIP nu", "Ramlar hemma och vill bo kvar")
    nurse.chooses("Ja, och samtycker till kallelse")
    nurse.picks("Enhet", "Vårdcentralen Solen")
    nurse.picks("Enhet 2", "Biståndet Nacka")
    nurse.loads("Påbörja SIP")
    nurse.sees("SIP påbörjad.")
    home.plan = Plan.objects.get()
    nurse.opens_act("Kalla")
    nurse.types("Mötestid", "2026-03-06 10.00")
    nurse.types("Plats", "Hemma hos Anna")
    nurse.loads("Skicka kallelse")
    nurse.sees("Skickat", "fre 6/3 10.00")


def tuesday_the_others_answer(team: Team) -> None:
    team.at(TUE, "8.30", team.care, team.social)
    for colleague in (team.care, team.social):
        assert any("Åberg" in row and "Svara" in row for row in colleague.rows()), colleague.rows()
        colleague.opens_plan()
        colleague.opens_act("Svara")
        colleague.chooses("Kommer")
        colleague.loads("Svara")
    team.nurse.comes_to_work()
    team.nurse.follows("SIP")
    team.nurse.sees("2/2")


def friday_they_meet_and_write(team: Team, home: Outside) -> None:
    nurse, care = team.nurse, team.care
    team.at(FRI, "11.00", nurse, care)
    nurse.opens_plan()
    nurse.opens_act("Dokumentera")
    for came in nurse.page.get_by_role("dialog").get_by_label("På plats", exact=True).all():
        came.check()
    nurse.loads("Spara mötet")
    nurse.follows("Öppna planen")
    nurse.press(nurse.page.locator("#add-important a"))
    nurse.types("Personens ord", WORDS)
    nurse.presses("Spara")
    nurse.sees(WORDS)
    rows = whole_plan(home.plan, home.primary_care, home.social)
    care_writes = {REGION: rows.pop(REGION)}
    social_writes = {MUNICIPALITY: rows.pop(MUNICIPALITY)}
    rows.pop("important")
    home.at = home.at.replace(day=6, hour=10, minute=30)
    write(home.plan, home.nurse, rows, at=home.at)
    write(home.plan, home.primary_care, care_writes, at=home.at)
    write(home.plan, home.social, social_writes, at=home.at)


def friday_each_confirms_and_the_person_has_it(team: Team) -> None:
    nurse = team.nurse
    team.at(FRI, "13.00", nurse)
    opens_document(nurse)
    nurse.opens_act("Lås version")
    nurse.chooses("Personen samtycker till planen")
    nurse.loads("Lås version")
    nurse.sees("Version 1 väntar på justering")
    team.at(FRI, "14.00", team.care, team.social)
    for colleague in (team.care, team.social):
        opens_document(colleague)
        colleague.opens_act("Justera planen")
        colleague.loads("Justera")
    opens_document(nurse)
    nurse.sees("Version 1 är upprättad")
    nurse.opens_act("Lämna till personen")
    nurse.chooses("På papper")
    nurse.loads("Spara")


def in_april_it_is_followed_up_and_closed(team: Team) -> None:
    nurse = team.nurse
    team.at(IN_APRIL, "0.00")
    team.at(IN_APRIL, "9.00", nurse)
    assert any("Åberg" in row for row in nurse.rows()), nurse.rows()
    nurse.opens_plan()
    nurse.opens_act("Följ upp")
    nurse.chooses("Målen är nådda")
    nurse.page.get_by_label("Nått", exact=True).check()
    nurse.chooses("Planen avslutas")
    nurse.loads("Spara uppföljning")
    nurse.chooses("Målen är uppnådda")
    nurse.page.get_by_role("group", name="Har personen fått en enkätkod?").get_by_label("Ja").check()
    nurse.loads("Avsluta SIP")
    assert Plan.objects.get().state == "closed"


def opens_document(colleague: Colleague) -> None:
    colleague.comes_to_work()
    colleague.opens_plan()
    colleague.follows("Öppna planen")
