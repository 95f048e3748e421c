"""Till geriatriken: the case ends with the transfer, and the next one begins with all that may be taken over."""

from datetime import date, timedelta

import pytest

from lus.organisations.actor import Actor
from lus.organisations.models import Principal, UnitKind
from lus.organisations.roles import Role
from tests.browser.steps import anna, is_ready
from tests.browser.team import Team
from tests.factories import a_unit, an_actor
from tests.journeys.story import NACKA, SOLEN, Story, clock, in_stockholm

from .conftest import MakeTeam

pytestmark = pytest.mark.django_db(transaction=True)

FRI = date(2026, 2, 27)
MON, TUE, WED, THU = (date(2026, 3, 2) + timedelta(days=n) for n in range(4))
NAME = "Åberg, Anna"


def a_geriatric_ward() -> Actor:
    region = Principal.objects.get(code="01")
    hospital = a_unit("Capio Geriatrik Nacka", UnitKind.HOSPITAL, principal=region)
    ward = a_unit("Avd G2", principal=region, parent=hospital, care_form="geriatric")
    return an_actor(ward, Role.WARD_STAFF)


def test_a_patient_is_transferred_to_geriatrics(make_team: MakeTeam) -> None:
    place = in_stockholm()
    person = anna(place)
    Story(FRI, place=place, person=person)
    team = make_team(MON, person, **vars(place), geriatrics=a_geriatric_ward())
    monday_the_first_case_has_come_far(team)
    tuesday_the_ward_transfers(team)
    tuesday_nacka_reads_that_the_first_case_has_ended(team)
    tuesday_geriatrics_takes_over_what_was_known(team)
    wednesday_the_units_have_a_new_case(team)
    thursday_the_days_begin_anew(team)
    team.ends_well()


def monday_the_first_case_has_come_far(team: Team) -> None:
    solen = team.primary_care
    team.at(MON, "9.00", solen, team.municipality)
    for colleague in (solen, team.municipality):
        colleague.acknowledges("Kvittera inskrivningsmeddelande")
    solen.opens_case(NAME)
    solen.opens_act("Fast vårdkontakt")
    solen.types("Namn", "Eva Nordin")
    solen.types("Roll", "Distriktssköterska")
    solen.sends("Utse", "09.00 till 2 enheter")
    team.at(MON, "10.00", team.ward)
    is_ready(team.ward, NAME, "Skickat 10.00 till 2 enheter")


def tuesday_the_ward_transfers(team: Team) -> None:
    ward = team.ward
    team.at(TUE, "9.00", ward)
    ward.opens_case(NAME)
    ward.opens_act("Överflytta")
    ward.sees("Samtycken frågas på nytt.", "avslutas vid överflyttningen.")
    ward.picks("Till", "Avd G2")
    ward.sends("Överflytta", "Överflyttat 09.00 till 2 enheter")
    ward.sees("Överflyttad härifrån", "Till Avd G2, Capio Geriatrik Nacka.")
    ward.comes_to_work()
    assert not [text for text in ward.rows() if "inskrivningsmeddelande" in text]


def tuesday_nacka_reads_that_the_first_case_has_ended(team: Team) -> None:
    nacka = team.municipality
    team.at(TUE, "9.30", nacka)
    assert NAME in nacka.acknowledges("Kvittera överflyttning")
    assert not [text for text in nacka.rows() if "Meddela klar att ta emot" in text]


def tuesday_geriatrics_takes_over_what_was_known(team: Team) -> None:
    ward = team.geriatrics
    team.at(TUE, "10.00", ward)
    row = next(text for text in ward.rows() if "Skicka inskrivningsmeddelande" in text)
    assert "i morgon 09.00" in row  # 24 hours from the own admission
    ward.opens_case(NAME)
    ward.sees("Vårdkedja", "Överflyttad hit")
    ward.opens_act("Inskrivningsmeddelande")
    for name in ("Kommunal hälso- och sjukvård", "Socialtjänst", NACKA, SOLEN):
        assert ward.page.get_by_role("dialog").get_by_label(name).first.is_checked(), name
    ward.chooses("+3 dagar")
    ward.sends("Skicka meddelande", "Skickat 10.00 till 2 enheter")
    duty = team.owed("send_admission_notice")
    assert (duty.due_at, duty.met_at) == (clock(WED, "9.00"), clock(TUE, "10.00"))


def wednesday_the_units_have_a_new_case(team: Team) -> None:
    nacka, solen = team.municipality, team.primary_care
    team.at(WED, "8.30", nacka, solen)
    assert NAME in nacka.acknowledges("Kvittera inskrivningsmeddelande")
    nacka.goes_to(f"/discharge/{team.case.pk}/")
    nacka.sees("Avd G2, Capio Geriatrik Nacka", "Vårdkedja")
    solen.goes_to(f"/discharge/{team.case.pk}/")
    solen.opens_act("Fast vårdkontakt")
    assert solen.page.get_by_role("dialog").get_by_label("Namn").input_value() == "Eva Nordin"
    solen.sends("Utse", "08.30 till 2 enheter")


def thursday_the_days_begin_anew(team: Team) -> None:
    first = team.first_case
    team.at(WED, "13.00", team.geriatrics)
    is_ready(team.geriatrics, NAME, "Skickat 13.00 till 2 enheter")
    team.at(THU, "0.00")
    team.at(THU, "9.00", team.municipality)
    ended = [("2026-03-02", "Dag noll", "0"), ("2026-03-03", "Ej räknad", "")]
    begun = [("2026-03-04", "Ej räknad", ""), ("2026-03-05", "Dag noll", "0")]
    assert team.municipality.strip(first) == ended
    assert team.municipality.strip(team.case) == begun
    assert (first.stay, first.care_chain or first.pk) == ("transferred", team.case.care_chain)
