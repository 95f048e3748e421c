"""Två timmar utan LUS: nothing is saved, the ward sends on paper, and the paper counts from half past eleven."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from discharge.actions.assess_need import Needs
from discharge.downtime.make_snapshots import make_snapshots
from lus.downtime import mode
from lus.downtime.models import Outage, PaperForm
from lus.downtime.paper_forms import make_pack
from tests.browser.steps import anna
from tests.browser.team import Team
from tests.journeys.story import Story, clock, in_stockholm

from .conftest import MakeTeam

pytestmark = pytest.mark.django_db(transaction=True)

MON = date(2026, 3, 2)
TUE = MON + timedelta(days=1)
NAME = "Åberg, Anna"


@pytest.fixture(autouse=True)
def _log_beside_the_database(settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.SPOOL_FOLDER = str(tmp_path)
    yield
    mode.turn_off(at=datetime.fromisoformat("2026-03-02T13:00+01:00"))


def test_a_notice_goes_on_paper_and_is_registered_afterwards(make_team: MakeTeam) -> None:
    place = in_stockholm()
    person = anna(place)
    story = Story(MON, place=place, person=person, needs=Needs(social_services=True))
    make_pack(place.ward, ["ready_notice"], 2, at=story.at)
    team = make_team(MON, person, **vars(place))
    eleven_nothing_is_saved_and_the_list_is_there(team)
    one_the_ward_sends_what_went_on_paper(team)
    nacka_says_that_the_paper_came(team)
    team.ends_well()


def eleven_nothing_is_saved_and_the_list_is_there(team: Team) -> None:
    ward, nacka = team.ward, team.municipality
    team.at(MON, "10.45", ward, nacka)
    make_snapshots(at=clock(MON, "10.45"))
    mode.turn_on(at=clock(MON, "11.00"), why="Strömavbrott")
    team.now.move_to(clock(MON, "11.10"))
    nacka.press(nacka.page.locator("[data-row] [data-verb]").first)
    nacka.sees("Inget har sparats: LUS är skrivskyddat")
    nacka.sees("Skriv på en pappersblankett")
    ward.goes_to("/downtime/list/")
    ward.sees(NAME)
    assert not team.facts.deliveries[0].acknowledged_at


def one_the_ward_sends_what_went_on_paper(team: Team) -> None:
    ward = team.ward
    mode.turn_off(at=clock(MON, "13.00"))
    assert Outage.objects.get().ended_at == clock(MON, "13.00")
    team.at(MON, "13.05", ward)
    ward.opens_case(NAME)
    ward.opens_act("Utskrivningsklar")
    ward.types("Behandlande läkare", "Jonas Ek")
    ward.types("Bedömd kl.", f"{MON} 11.20")
    ward.chooses("Samtycke")
    ward.sends("Skicka underrättelse", "Skickat 13.05 till 2 enheter")
    assert team.case.day_zero == TUE  # after noon, as far as the system knows
    serial = PaperForm.objects.filter(form="ready_notice").earliest("serial").serial
    ward.opens_act("Efterregistrera papper")
    ward.page.get_by_role("dialog").get_by_label(re.compile("^Utskrivningsklar")).check()
    ward.types("Gick på papper kl.", f"{MON} 11.30")
    ward.chooses("Nacka")
    ward.chooses("Fax")
    ward.types("Vem tog emot\\?", "Mottagningen")
    ward.types("Serienummer", serial)
    ward.types("Orsak", "LUS låg nere")
    ward.sends("Efterregistrera", "13.05")
    assert team.case.day_zero == TUE  # nobody has said yet that it came
    assert PaperForm.objects.get(serial=serial).used_at is not None


def nacka_says_that_the_paper_came(team: Team) -> None:
    nacka = team.municipality
    team.at(MON, "13.20", nacka)
    nacka.opens_case(NAME)
    nacka.opens_act("Bekräfta papper")
    nacka.sends("Bekräfta", "13.20")
    assert team.case.ready_sent_at == clock(MON, "11.30")
    assert team.case.day_zero == MON
    team.ward.opens_case(NAME)
    team.ward.sees("11.30")
