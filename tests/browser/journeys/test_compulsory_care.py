"""Tvångsvård: LPT becomes ÖPT. A coordinated care plan stands in the place of SIP, for acts, list and days."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from discharge.actions.assess_need import Needs
from discharge.actions.register_admission import register_admission
from discharge.actions.send_admission_notice import Recipient, send_admission_notice
from lus.persons.models import Person
from tests.browser.places import PSYCHIATRY, psychiatric_place
from tests.browser.steps import anna, is_ready
from tests.browser.team import Team
from tests.factories import Place
from tests.journeys.story import NACKA, clock

from .conftest import MakeTeam

pytestmark = pytest.mark.django_db(transaction=True)

MON = date(2026, 2, 9)
LATER = date(2026, 3, 2)
TUE, WED, THU = (LATER + timedelta(days=n) for n in range(1, 4))
NAME = "Åberg, Anna"
PLAN = "Upprätta samordnad vårdplan"


def test_compulsory_care_goes_on_at_home_with_a_care_plan(make_team: MakeTeam) -> None:
    place = psychiatric_place()
    person = anna(place, listed_unit_id=None)
    admitted_under_lpt(place, person)
    team = make_team(
        LATER, person, ward=place.ward, municipality=place.municipality, psychiatry=place.primary_care
    )
    monday_everybody_knows_it_is_lpt(team)
    monday_the_court_has_decided_on_opt(team)
    monday_sip_is_closed_to_all(team)
    tuesday_the_care_plan_is_made(team)
    wednesday_ready_without_a_summons(team)
    team.ends_well()


def admitted_under_lpt(place: Place, person: Person) -> None:
    """Three weeks before the story: the stay, and the notice to Nacka and the psychiatric clinic."""
    at = clock(MON, "9.00")
    case = register_admission(
        person_id=person.pk, actor=place.ward, admitted_at=clock(MON, "8.00"), at=at, legal_status="lpt"
    )
    send_admission_notice(
        case_id=case.pk,
        actor=place.ward,
        at=at,
        needs=Needs(social_services=True, outpatient=True),
        expected_discharge=WED,
        recipients=[
            Recipient(str(place.municipality.unit_id), "municipality", "Folkbokförd här"),
            Recipient(str(place.primary_care.unit_id), "outpatient_psychiatry", "Psykiatri för Nacka"),
        ],
    )


def monday_everybody_knows_it_is_lpt(team: Team) -> None:
    team.at(LATER, "9.00", team.municipality, team.psychiatry)
    for colleague in (team.municipality, team.psychiatry):
        colleague.acknowledges("Kvittera inskrivningsmeddelande")
        colleague.opens_case(NAME)
        colleague.sees("LPT")
        colleague.does_not_see(PLAN)


def monday_the_court_has_decided_on_opt(team: Team) -> None:
    ward = team.ward
    team.at(LATER, "13.00", ward)
    ward.opens_case(NAME)
    ward.opens_act("Ändra rättslig form")
    ward.chooses("ÖPT")
    ward.types("Chefsöverläkare eller läkare som beslutat", "Siv Hallberg")
    ward.sends("Spara form", "Sparat 13.00")
    ward.sees("Samordnad vårdplan ersätter SIP. Inte upprättad än.")
    ward.comes_to_work()
    row = next(text for text in ward.rows() if PLAN in text)
    assert "LPT 7 a §" in row


def monday_sip_is_closed_to_all(team: Team) -> None:
    nacka, clinic = team.municipality, team.psychiatry
    team.at(LATER, "13.20", nacka, clinic)
    assert "Rättslig form ändrad" in nacka.hears()
    clinic.opens_case(NAME)
    clinic.sees("ÖPT")
    clinic.sees("Ej aktuellt: samordnad vårdplan")
    for act in ("assess_sip_need", "send_sip_summons"):
        assert clinic.page.locator(f'a[href="{reverse(act, args=[team.case.pk])}"]').count() == 0
    answer = clinic.page.goto(clinic.address + reverse("assess_sip_need", args=[team.case.pk]))
    assert answer is not None
    assert answer.status == 409
    clinic.sees("Samordnad vårdplan gäller i stället")


def tuesday_the_care_plan_is_made(team: Team) -> None:
    ward = team.ward
    team.at(TUE, "10.00", ward)
    ward.opens_case(NAME)
    ward.opens_section("Planering")
    ward.sees("Samordnad vårdplan justerad av enheterna (ÖPT/ÖRV)")
    ward.opens_act("Samordnad vårdplan")
    ward.types("Chefsöverläkare", "Siv Hallberg")
    ward.sees(NACKA, PSYCHIATRY)
    ward.ticks_everything()  # both have approved
    ward.sends("Registrera plan", "Registrerat 10.00")
    assert team.owed("record_care_plan_instead").met_at == clock(TUE, "10.00")
    team.at(TUE, "10.10", team.municipality)
    assert "Samordnad vårdplan i stället för SIP" in team.municipality.hears()
    team.municipality.comes_to_work()
    team.municipality.opens_case(NAME)
    team.municipality.sees("Samordnad vårdplan ersätter SIP. Upprättad i dag 10.00.")


def wednesday_ready_without_a_summons(team: Team) -> None:
    team.at(WED, "9.00", team.psychiatry)
    team.psychiatry.opens_case(NAME)
    team.psychiatry.opens_act("Öppenvårdens insatser")
    team.psychiatry.chooses("Ja, insatserna är klara")
    team.psychiatry.sends("Lämna besked", "09.00")
    team.at(WED, "10.00", team.ward)
    is_ready(team.ward, NAME, "Skickat 10.00 till 2 enheter")
    assert (team.case.day_zero, team.case.first_liable_day) == (WED, WED + timedelta(days=6))
    for midnight in (THU, *(WED + timedelta(days=n) for n in range(2, 7))):
        team.at(midnight, "0.00")
    team.at(WED + timedelta(days=6), "9.00", team.municipality)
    strip = team.municipality.strip(team.case)
    assert strip[0] == ("2026-03-04", "Dag noll", "0")
    assert strip[-1] == ("2026-03-10", "Räknad dag", "1")
    team.municipality.sees("Kallelse till SIP (krävs ej)")
