"""Tre personer, ett ärende: ward, municipality and primary care carry one patient home, each in an own browser.

Thursday to Wednesday, across noon on a Friday and a weekend, under Stockholm's agreement of 2020. At each step the
page is compared with the tables: the days of the ledger, and every message's receipt.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from playwright.sync_api import Browser, expect

from discharge.actions.load_agreements import load_agreements
from discharge.rules.agreement_records import RECORDS
from discharge.rules.amounts import AMOUNTS
from lus.notifications.models import Notification
from tests.factories import a_person
from tests.journeys.story import NACKA, SOLEN, clock, in_stockholm

from .people import receipts_in_tables
from .team import Team, a_team

pytestmark = pytest.mark.django_db(transaction=True)

THU, FRI, SAT, SUN, MON, TUE, WED = (date(2026, 3, 5) + timedelta(days=ahead) for ahead in range(7))
NAME = "Åberg, Anna"
NOTICE, CHANGE, READY = (
    "Inskrivningsmeddelande skickat",
    "Beräknad utskrivning ändrad",
    "Utskrivningsklar",
)
BEFORE_TUESDAY = [
    ("2026-03-06", "before_day_zero", "Ej räknad", ""),
    ("2026-03-07", "day_zero", "Dag noll", "0"),
    ("2026-03-08", "grace", "Fristdag", "1 av 2"),
    ("2026-03-09", "grace", "Fristdag", "2 av 2"),
]
TUESDAY = ("2026-03-10", "liable_shadow", "Räknad dag", "1")
WEDNESDAY = ("2026-03-11", "discharge_day", "Ej räknad", "")


@pytest.fixture
def team(browser: Browser, live_server: Any) -> Iterator[Team]:
    with time_machine.travel(clock(THU, "9.00"), tick=False) as now:
        load_agreements(RECORDS, AMOUNTS)
        place = in_stockholm()
        person = a_person(
            street="Exempelvägen 4",
            registered_municipality="0182",
            listed_unit_id=place.primary_care.unit_id,
        )
        with a_team(browser, live_server, now, person, **vars(place)) as team:
            yield team


def test_three_people_get_one_patient_home(team: Team) -> None:
    thursday_the_ward_admits(team)
    thursday_the_others_answer(team)
    thursday_the_plan_is_called(team)
    thursday_the_date_moves(team)
    friday_noon_passes_while_the_form_is_open(team)
    friday_one_reads_and_one_does_not(team)
    monday_the_conditions_are_met(team)
    tuesday_counts(team)
    wednesday_the_patient_goes_home(team)
    sunday_the_case_has_left(team)
    team.ends_well()


def thursday_the_ward_admits(team: Team) -> None:
    ward = team.ward
    team.at(THU, "9.00", ward)
    with ward.page.expect_event("load"):
        ward.press(ward.page.get_by_role("link", name="Nytt ärende"))
    ward.types("Personnummer", team.person.identifier)
    ward.chooses("Kommunal hälso- och sjukvård")
    ward.chooses("+3 dagar")
    expect(ward.page.get_by_text("Listad här")).to_be_visible()
    ward.sends("Skicka inskrivningsmeddelande", "Skickat 09.00 till 2 enheter")
    assert ward.clicks == 4  # at most six, with the personnummer
    team.receipts_hold((NOTICE, NACKA, False), (NOTICE, SOLEN, False))


def thursday_the_others_answer(team: Team) -> None:
    municipality, primary_care = team.municipality, team.primary_care
    team.at(THU, "9.20", municipality, primary_care)
    for colleague in (municipality, primary_care):
        assert NAME in colleague.acknowledges("Kvittera inskrivningsmeddelande")
        assert colleague.clicks == 1
    team.receipts_hold((NOTICE, NACKA, True), (NOTICE, SOLEN, True))
    primary_care.opens_case(NAME)
    primary_care.clicks = 0
    primary_care.opens_act("Fast vårdkontakt")
    primary_care.types("Namn", "Eva Nordin")
    primary_care.types("Roll", "Distriktssköterska")
    primary_care.sends("Utse", "09.20 till 2 enheter")
    assert primary_care.clicks <= 3
    expect(
        primary_care.page.get_by_text("Klart, Eva Nordin").or_(primary_care.page.get_by_text("Klart nu"))
    ).to_be_visible()


def thursday_the_plan_is_called(team: Team) -> None:
    ward, primary_care = team.ward, team.primary_care
    team.at(THU, "9.30", ward, primary_care)
    primary_care.opens_case(NAME)
    primary_care.opens_section("SIP")
    primary_care.opens_act("Bedöm behov av SIP")
    primary_care.chooses("Ja, behövs")
    primary_care.sends("Spara bedömning", "09.30")
    ward.opens_case(NAME)
    ward.opens_section("SIP")
    ward.opens_act("Samtycke till SIP")
    ward.chooses("Ja")
    ward.sends("Spara svar", "09.30")
    primary_care.comes_to_work()
    primary_care.opens_case(NAME)
    primary_care.opens_section("SIP")
    primary_care.opens_act("Kalla till SIP")
    primary_care.types("Mötestid", "2026-03-10 15.00")
    primary_care.types("Plats", "Digitalt")
    primary_care.sends("Skicka kallelse", "Skickat 09.30")
    assert primary_care.clicks <= 6


def thursday_the_date_moves(team: Team) -> None:
    ward, municipality = team.ward, team.municipality
    team.at(THU, "14.00", ward, municipality)
    ward.opens_case(NAME)
    ward.opens_act("Ändra beräknad utskrivning")
    ward.chooses("Välj datum")
    ward.types("Annat datum", WED.isoformat())
    ward.chooses("Väntar på kommunen")
    ward.sends("Meddela nytt datum", "Skickat 14.00 till 2 enheter")
    municipality.comes_to_work()
    row = municipality.acknowledges("Kvittera ändrad beräknad utskrivning")
    assert "sön 8/3" in row
    assert "→ ons 11/3" in row
    assert "Exempelvägen" not in row  # the difference, and nothing else
    team.receipts_hold((CHANGE, NACKA, True), (CHANGE, SOLEN, False))


def friday_noon_passes_while_the_form_is_open(team: Team) -> None:
    ward = team.ward
    team.at(FRI, "11.59", ward)
    ward.opens_case(NAME)
    ward.clicks = 0
    ward.opens_act("Utskrivningsklar")
    told = ward.page.locator(".lus-dialog .lus-consequence")
    expect(told).to_contain_text("i dag, fre 6/3")
    expect(told).to_contain_text("mån 9/3")
    ward.types("Behandlande läkare", "Jonas Ek")
    ward.chooses("Samtycke")
    team.at(FRI, "12.00.01")
    with ward.page.expect_response(lambda answer: answer.request.method == "POST") as answered:
        ward.presses("Skicka underrättelse")
    assert answered.value.status == 409
    expect(ward.page.get_by_text("Dag noll är lör 7/3")).to_be_visible()
    expect(told).to_contain_text("i morgon, lör 7/3")
    expect(told).to_contain_text("tis 10/3")
    assert team.case.readiness != "ready"
    ward.sends("Skicka ändå", "Skickat 12.00 till 2 enheter")
    assert ward.clicks == 4  # one of them only because noon passed
    assert (team.case.day_zero, team.case.first_liable_day) == (SAT, TUE)
    team.all_read(BEFORE_TUESDAY[:1])


def friday_one_reads_and_one_does_not(team: Team) -> None:
    team.at(FRI, "12.30", team.municipality)
    team.municipality.acknowledges("Kvittera underrättelse")
    team.at(FRI, "13.05", team.ward, team.primary_care)
    late = [text for text in team.primary_care.rows() if "Kvittera underrättelse" in text]
    assert "sen" in late[0]
    told = Notification.objects.filter(kind="clock_passed").values_list("unit_id", flat=True)
    assert {str(unit_id) for unit_id in told} == {str(team.primary_care.actor.unit_id)}
    team.receipts_hold((READY, NACKA, True), (READY, SOLEN, False))


def monday_the_conditions_are_met(team: Team) -> None:
    for midnight in (SAT, SUN, MON):
        team.at(midnight, "0.00")
    team.at(MON, "8.10", team.primary_care)
    team.primary_care.opens_case(NAME)
    team.primary_care.opens_act("Öppenvårdens insatser")
    team.primary_care.chooses("Ja, insatserna är klara")
    team.primary_care.sends("Lämna besked", "08.10")
    team.at(MON, "9.00", team.ward, team.municipality)
    team.municipality.opens_case(NAME)
    team.municipality.clicks = 0
    team.municipality.opens_act("Klar att ta emot")
    team.municipality.types("Vad startar", "Hemtjänst och hemsjukvård")
    team.municipality.types("Första kontakt", "2026-03-11 16.00")
    team.municipality.sends("Meddela klar", "09.00 till 2 enheter")
    assert team.municipality.clicks <= 3
    team.receipts_hold((READY, NACKA, True), (READY, SOLEN, True))
    team.all_read(BEFORE_TUESDAY)


def tuesday_counts(team: Team) -> None:
    team.at(TUE, "0.00")
    team.at(TUE, "8.00")
    team.all_read([*BEFORE_TUESDAY, TUESDAY])
    page = team.municipality.page
    expect(page.get_by_text("Räknad dag 1, skuggberäkning").first).to_be_visible()
    expect(page.locator(".lus-sofar")).to_contain_text("1 räknad dag hittills, skuggberäkning")
    expect(page.locator(".lus-sofar")).to_contain_text("Betalningsansvaret är inte aktiverat")
    expect(page.locator("#forklaring")).to_contain_text("Stockholm somatik 2020")


def wednesday_the_patient_goes_home(team: Team) -> None:
    ward = team.ward
    team.at(WED, "0.00")
    team.at(WED, "10.00", ward)
    ward.opens_case(NAME)
    ward.opens_section("Överlämning")
    ward.opens_act("Skriv till patienten")
    ward.writes_to_the_patient()
    ward.sends("Spara version", "10.00")
    ward.opens_act("Lämna till patienten")
    ward.chooses("Skriftligt och muntligt")
    ward.sends("Lämnad", "Antecknat 10.00")
    ward.opens_act("Skicka överlämning")
    ward.ticks_everything()
    ward.sends("Skicka överlämning", "Skickat 10.00 till 2 enheter")
    team.at(WED, "11.00", ward)
    ward.opens_case(NAME)
    ward.opens_act("Skriv ut")
    ward.chooses("Ordinärt boende")
    ward.sends("Registrera utskrivning", "Registrerat 11.00 till 2 enheter")
    team.all_read([*BEFORE_TUESDAY, TUESDAY, WEDNESDAY])
    for colleague in (team.municipality, team.primary_care):
        colleague.comes_to_work()
        for row in [text for text in colleague.rows() if "Kvittera" in text]:
            colleague.acknowledges(next(line for line in row.splitlines() if "Kvittera" in line))
        colleague.opens_case(NAME)
        colleague.opens_section("Överlämning")
        colleague.opens_act("Bekräfta överlämningen")
        colleague.sends("Bekräfta", "Bekräftat 11.00")
    team.receipts_hold()
    assert all(read for _, _, read in receipts_in_tables(team.case))


def sunday_the_case_has_left(team: Team) -> None:
    for ahead in (1, 2):
        team.at(WED + timedelta(days=ahead), "0.00")
    team.at(WED + timedelta(days=2), "12.00", team.primary_care)
    team.primary_care.opens_case(NAME)
    team.primary_care.opens_section("Överlämning")
    team.primary_care.opens_act("Uppföljning 48–72 h")
    team.primary_care.chooses("Nådd, det fungerar")
    team.primary_care.sends("Spara samtal", "12.00")
    for ahead in (3, 4):
        team.at(WED + timedelta(days=ahead), "0.00")
    team.at(WED + timedelta(days=4), "8.00", *team.everybody)
    assert team.case.closed_at is not None
    for colleague in team.everybody:
        # The joint plan goes on after the stay, with what it waits for.
        assert [row for row in colleague.rows() if "SIP" not in row] == []
        colleague.page.get_by_role("link", name="Tavlan").first.click()
        expect(colleague.page.get_by_text(NAME)).to_have_count(0)
        assert colleague.strip(team.case)[-1] == ("2026-03-11", "Ej räknad", "")
