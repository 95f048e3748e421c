"""Hem med hemtjänst över jul: Nacka is closed for three days, and the law counts every one of them."""

from datetime import date, time, timedelta

import pytest

from lus.swedish_time import at_local
from sip.actions.assess_sip_need import assess_sip_need
from sip.actions.record_sip_consent import record_sip_consent
from tests.browser.steps import anna
from tests.browser.team import Team
from tests.journeys.story import NACKA, SOLEN, Story, in_stockholm
from tests.rosters import a_roster, office_hours

from .conftest import MakeTeam

pytestmark = pytest.mark.django_db(transaction=True)

FRI = date(2026, 12, 18)
MON, TUE, WED, EVE, CHRISTMAS, BOXING, SUN, NEXT_MON = (
    date(2026, 12, 21) + timedelta(days=n) for n in range(8)
)
NAME = "Åberg, Anna"
SUNDAY = 6
WARNING = "Helgvarning: mottagningen stängd"
DAYS = [
    ("2026-12-23", "day_zero", "Dag noll", "0"),
    ("2026-12-24", "grace", "Fristdag", "1 av 2"),
    ("2026-12-25", "grace", "Fristdag", "2 av 2"),
    ("2026-12-26", "liable_shadow", "Räknad dag", "1"),
    ("2026-12-27", "discharge_day", "Ej räknad", ""),
]


def test_home_with_home_care_over_christmas(make_team: MakeTeam) -> None:
    place = in_stockholm()
    person = anna(place)
    roster = a_roster(place)
    roster.promises(SUNDAY, time(8), time(8))
    office_hours(place.municipality)
    story = Story(FRI, place=place, person=person)
    story.when(FRI, "11.00", story.primary_care, assess_sip_need, needed=True)
    story.when(FRI, "13.00", story.ward, record_sip_consent, state="given")
    team = make_team(MON, person, **vars(place), admin=roster.admin)
    monday_the_date_meets_a_closed_door(team)
    monday_nacka_fills_the_gap_on_sunday(team)
    tuesday_another_date_is_chosen(team)
    wednesday_ready_and_the_clock_of_the_law(team)
    wednesday_all_is_prepared(team)
    on_boxing_day_nobody_answers(team)
    sunday_the_patient_goes_home(team)
    monday_nacka_opens_and_knows(team)
    team.ends_well()


def monday_the_date_meets_a_closed_door(team: Team) -> None:
    ward = team.ward
    team.at(MON, "9.00", ward)
    ward.opens_case(NAME)
    ward.opens_act("Ändra beräknad utskrivning")
    ward.sees("Lagens frister löper ändå.")
    ward.chooses("Välj datum")
    ward.types("Annat datum", EVE.isoformat())
    ward.chooses("Medicinsk")
    ward.sends("Meddela nytt datum", "Skickat 09.00 till 2 enheter")
    ward.comes_to_work()
    assert [text for text in ward.rows() if WARNING in text]


def monday_nacka_fills_the_gap_on_sunday(team: Team) -> None:
    admin, ward = team.admin, team.ward
    team.at(MON, "10.00")
    admin.goes_to("/on-call/")
    admin.sees("Ingen jour registrerad", "Öppet till 16.30")
    admin.press(admin.page.get_by_role("link", name="Lägg till pass"))
    admin.types("Från", f"{SUN} 08.00")
    admin.types("Till", f"{NEXT_MON} 08.00")
    admin.presses("Lägg till")
    admin.sees("Passet är tillagt.")
    admin.sees("08.00–sön 27/12 08.00")  # over Christmas, which has Sunday's promise, the gap stands
    ward.goes_to("/on-call/")
    ward.sees("Jourhavande bistånd", "08-000 90 01")
    team.at(MON, "10.30", team.municipality)
    team.municipality.acknowledges("Kvittera ändrad beräknad utskrivning")


def tuesday_another_date_is_chosen(team: Team) -> None:
    ward = team.ward
    team.at(TUE, "9.00", ward)
    ward.opens_case(NAME)
    ward.opens_act("Besvara helgvarning")
    ward.sees(f"{NACKA}, tor 24/12")
    ward.chooses("Ett annat datum väljs")
    ward.sends("Spara svar", "Besvarat 09.00")
    ward.opens_act("Ändra beräknad utskrivning")
    ward.chooses("Välj datum")
    ward.types("Annat datum", SUN.isoformat())
    ward.chooses("Väntar på kommunen")
    ward.sends("Meddela nytt datum", "Skickat 09.00 till 2 enheter")
    ward.comes_to_work()
    assert not [text for text in ward.rows() if WARNING in text]  # on Sunday the on-call function answers
    team.at(TUE, "9.20", team.municipality)
    assert "→ sön 27/12" in team.municipality.acknowledges("Kvittera ändrad beräknad utskrivning")


def wednesday_ready_and_the_clock_of_the_law(team: Team) -> None:
    ward = team.ward
    team.at(WED, "10.00", ward)
    ward.opens_case(NAME)
    ward.opens_act("Utskrivningsklar")
    told = ward.page.locator(".lus-dialog .lus-consequence")
    assert "i dag, ons 23/12" in told.inner_text()
    assert "lör 26/12" in told.inner_text()
    ward.types("Behandlande läkare", "Jonas Ek")
    ward.chooses("Samtycke")
    ward.sends("Skicka underrättelse", "Skickat 10.00 till 2 enheter")
    duty = team.owed("send_sip_summons")  # three days end on Boxing Day; an act waits for the first weekday
    assert (duty.raw_due_at, duty.due_at) == (
        at_local(SUN, time(0)),
        at_local(NEXT_MON + timedelta(days=1), time(0)),
    )


def wednesday_all_is_prepared(team: Team) -> None:
    nacka, solen = team.municipality, team.primary_care
    team.at(WED, "13.00", nacka, solen)
    nacka.acknowledges("Kvittera underrättelse")
    nacka.opens_case(NAME)
    nacka.opens_act("Klar att ta emot")
    nacka.types("Vad startar", "Hemtjänst fyra gånger om dagen")
    nacka.types("Första kontakt", f"{SUN} 16.00")
    nacka.sends("Meddela klar", "13.00 till 2 enheter")
    nacka.opens_section("Planering")
    nacka.sees("Helg/kväll: mottagare har bekräftat att hemgången fungerar")
    nacka.says_yes("K8")
    solen.opens_case(NAME)
    solen.sees("Utan förlängning: lör 26/12")
    solen.opens_act("Öppenvårdens insatser")
    solen.chooses("Ja, insatserna är klara")
    solen.sends("Lämna besked", "13.00")
    solen.opens_section("SIP")
    solen.opens_act("Kalla till SIP")
    solen.types("Mötestid", "2026-12-30 15.00")
    solen.types("Plats", "Digitalt")
    solen.sends("Skicka kallelse", "Skickat 13.00")


def on_boxing_day_nobody_answers(team: Team) -> None:
    ward = team.ward
    for midnight in (EVE, CHRISTMAS, BOXING):
        team.at(midnight, "0.00")
    team.at(BOXING, "9.00", ward)
    ward.goes_to("/on-call/")
    ward.sees("Ingen bemanning", "Lagens frister löper även när mottagningen är stängd.")
    ward.goes_to("/weekend-list/")
    ward.sees(NAME, "sön 27/12")


def sunday_the_patient_goes_home(team: Team) -> None:
    ward = team.ward
    team.at(SUN, "0.00")
    team.at(SUN, "10.00", ward)
    ward.opens_case(NAME)
    ward.opens_act("Logga kontakt med jour")
    ward.sees("Jourhavande bistånd")
    ward.picks("Gäller", "Hemtjänst, start")
    ward.sends("Logga kontakt", "Loggat 10.00")
    ward.opens_section("Överlämning")
    ward.opens_act("Skicka överlämning")
    ward.ticks_everything()
    ward.sends("Skicka överlämning", "Skickat 10.00 till 2 enheter")
    ward.opens_act("Skriv ut")
    ward.chooses("Ordinärt boende")
    ward.types("Punkter är öppna: varför skrivs patienten ut ändå\\?", "Ordnat med jouren")
    ward.sends("Registrera utskrivning", "Registrerat 10.00 till 2 enheter")


def monday_nacka_opens_and_knows(team: Team) -> None:
    nacka = team.municipality
    team.at(NEXT_MON, "0.00")
    team.at(NEXT_MON, "8.00", nacka)
    assert NAME in nacka.acknowledges("Kvittera utskrivning")
    nacka.opens_case(NAME)
    nacka.opens_section("Överlämning")
    nacka.opens_act("Bekräfta överlämningen")
    nacka.sends("Bekräfta", "Bekräftat 08.00")
    for colleague in (team.ward, nacka, team.primary_care):
        colleague.comes_to_work()
        assert colleague.strip(team.case) == [(day, word, number) for day, _, word, number in DAYS]
    team.receipts_hold(("Utskriven", NACKA, True), ("Utskriven", SOLEN, False))
