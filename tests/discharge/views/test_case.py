"""The case page as ward, municipality and primary care see it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from discharge.actions.change_expected_discharge import change_expected_discharge
from discharge.models import Case
from lus.access_log.models import Entry
from lus.organisations.models import UnitKind
from lus.organisations.roles import Role
from tests.factories import NOW, Place, a_case, a_person, a_place, a_unit, an_actor, mark_ready, signed_in

pytestmark = pytest.mark.django_db
SECTIONS = ("overview", "messages", "sip", "payment")


@pytest.fixture(autouse=True)
def _three_hours_later() -> Iterator[None]:
    """Every page here is asked for a little after what has happened."""
    with time_machine.travel(NOW + timedelta(hours=3), tick=False):
        yield


@pytest.fixture
def place() -> Place:
    return a_place()


@pytest.fixture
def case(place: Place) -> Case:
    return mark_ready(place, a_case(place), at=NOW + timedelta(hours=1))


def show(client: Client, case: Case, query: str = "") -> str:
    answer = client.get(f"/discharge/{case.pk}/{query}")
    assert answer.status_code == 200, answer.content.decode()[:400]
    return answer.content.decode()


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("who", ["ward", "municipality", "primary_care"])
def test_every_party_sees_every_section(place: Place, case: Case, who: str, section: str) -> None:
    html = show(signed_in(getattr(place, who)), case, f"?section={section}")
    assert "Åberg" in html
    assert case.reference in html


def test_the_next_step_is_ours_with_a_button(place: Place, case: Case) -> None:
    html = show(signed_in(place.municipality), case)
    assert "Er tur · Nacka" in html
    assert "data-verb>Kvittera</button>" in html


def test_the_ward_waits_for_the_one_who_is_late_first(place: Place) -> None:
    html = show(signed_in(place.ward), a_case(place))
    assert "Ni väntar på" in html
    assert "Ni har väntat sedan" in html


def test_a_case_of_others_is_not_there(case: Case) -> None:
    stranger = an_actor(a_unit("Solna", UnitKind.RECEPTION), Role.RECEPTION)
    assert signed_in(stranger).get(f"/discharge/{case.pk}/").status_code == 404


def test_showing_a_case_is_logged(place: Place, case: Case) -> None:
    before = Entry.objects.count()
    show(signed_in(place.ward), case)
    entry = Entry.objects.order_by("-at", "-pk").first()
    assert Entry.objects.count() == before + 1
    assert entry is not None
    assert (entry.action, entry.case_id) == ("case", case.pk)


def test_a_protected_person_has_name_and_number_but_never_an_address(place: Place) -> None:
    person = a_person(protection="sekretessmarkering", street="Hemliga gatan 4", town="Nacka")
    case = a_case(place, person=person)
    for actor in (place.ward, place.municipality, place.primary_care):
        html = show(signed_in(actor), case)
        assert person.identifier[8:] in html
        assert "Hemliga" not in html
        assert "Skyddade personuppgifter" in html


def test_a_day_of_the_ledger_is_explained(place: Place, case: Case) -> None:
    html = show(signed_in(place.municipality), case, "?section=payment&day=2026-03-03")
    assert "Tis 3/3: dag noll" in html
    assert "underrättelsen skickades tis 3/3 11.00 (före 12.00)" in html


def test_a_nonsense_day_shows_today(place: Place, case: Case) -> None:
    assert "Tis 3/3: dag noll" in show(signed_in(place.ward), case, "?section=payment&day=igår")


def test_before_the_notice_no_day_is_counted(place: Place) -> None:
    html = show(signed_in(place.ward), a_case(place), "?section=payment")
    assert "Dagar räknas från underrättelsen" in html


def test_the_summons_shows_both_last_days(place: Place) -> None:
    case = mark_ready(place, a_case(place), at=NOW + timedelta(hours=1))
    html = show(signed_in(place.primary_care), case, "?section=sip")
    assert "Sista dag fre 6/3" in html


def test_the_ward_finds_its_acts(place: Place, case: Case) -> None:
    html = show(signed_in(place.ward), case)
    for words in (
        "Återta utskrivningsklar",
        "Ändra beräknad utskrivning",
        "Skriv ut",
        "Felregistrerat ärende",
    ):
        assert words in html
    assert "Klar att ta emot" not in html


def test_the_number_of_statements_does_not_grow_with_the_case(place: Place, case: Case) -> None:
    client, short = signed_in(place.ward), mark_ready(place, a_case(place), at=NOW + timedelta(hours=2))
    for step in range(2, 12):
        change_expected_discharge(
            case_id=case.pk,
            actor=place.ward,
            at=NOW + timedelta(hours=1, minutes=step),
            new_date=(NOW + timedelta(days=step)).date(),
            reason="medical",
        )

    def statements(shown: Case) -> int:
        with CaptureQueriesContext(connection) as found:
            show(client, shown)
        return len(found)

    statements(short)
    assert statements(short) == statements(case) <= 22


def test_what_was_judged_about_needs_and_the_language_stay_with_the_ward(place: Place) -> None:
    url = f"/discharge/{a_case(place, person=a_person(language='tigrinja')).pk}/"
    html = signed_in(place.ward).get(url).content.decode()
    assert "tigrinja" in html
    assert "Behov bedömt" in html
    for other in (place.municipality, place.primary_care):
        html = signed_in(other).get(url).content.decode()
        assert "Inskrivningsmeddelande" in html
        assert "tigrinja" not in html
        assert "Behov bedömt" not in html
        assert "Kan behöva" not in html
