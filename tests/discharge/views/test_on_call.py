"""*Jourlista*: whom one reaches, until when, and the gaps; who keeps the roster changes it there."""

from datetime import timedelta

import pytest
from django.test import Client

from lus.access_log.models import Entry
from lus.on_call.models import OnCallShift
from lus.on_call.note_holes import note_holes
from tests.factories import NOW, Place, a_case, a_place, signed_in
from tests.rosters import Roster, a_roster, a_roster_on_duty, office_hours

SATURDAY = NOW + timedelta(days=4)
pytestmark = [pytest.mark.django_db, pytest.mark.at(SATURDAY)]


@pytest.fixture
def place() -> Place:
    return a_place()


def page(client: Client, query: str = "") -> str:
    answer = client.get(f"/on-call/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_card_has_a_number_to_call_until_when_and_what_may_be_decided(place: Place) -> None:
    a_roster_on_duty(place, "home_care_start", at=SATURDAY)
    office_hours(place.municipality)
    html = page(signed_in(place.municipality))
    assert 'href="tel:08-0009001"' in html
    assert "Jour till mån 08.00" in html
    assert "hemtjänst, start" in html


def test_a_municipality_without_anybody_says_so_with_its_next_opening(place: Place) -> None:
    a_roster(place)
    office_hours(place.municipality)
    html = page(signed_in(place.municipality))
    assert "Ingen bemanning" in html
    assert "Nästa öppning mån 9/3 08.00" in html


def test_a_gap_in_promised_hours_stands_in_the_week_and_is_a_task_for_the_owner(place: Place) -> None:
    roster = a_roster(place)
    roster.promises(5, NOW.time().replace(hour=8), NOW.time().replace(hour=20))
    note_holes(at=SATURDAY)
    assert "Ingen jour registrerad" in page(signed_in(place.municipality))
    assert "Luckor i utlovad jour" in page(signed_in(roster.admin))
    assert "Luckor i utlovad jour" not in page(signed_in(place.ward))


def test_no_patient_is_shown_or_logged(place: Place) -> None:
    case = a_case(place, at=NOW)
    before = Entry.objects.count()
    html = page(signed_in(place.ward), "?municipality=all")
    assert case.person.family_name not in html
    assert Entry.objects.count() == before


def add(roster: Roster, start: str, end: str) -> object:
    typed = {"function_id": str(roster.function.pk), "starts_at": start, "ends_at": end}
    return signed_in(roster.admin).post("/on-call/add-shift/", typed)


def test_who_keeps_the_roster_adds_a_shift_and_a_conflict_keeps_the_form(place: Place) -> None:
    roster = a_roster(place)
    assert add(roster, "2026-03-07 16.00", "2026-03-08 08.00").status_code == 302  # type: ignore[attr-defined]
    answer = add(roster, "2026-03-07 20.00", "2026-03-08 20.00")
    assert answer.status_code == 422  # type: ignore[attr-defined]
    html = answer.content.decode()  # type: ignore[attr-defined]
    assert "Passet krockar med Jourhavande bistånd 2026-03-07 16.00" in html
    assert "2026-03-07 20.00" in html
    assert OnCallShift.objects.count() == 1


def test_a_time_that_the_clock_skips_is_refused_and_a_doubled_one_asked_back(place: Place) -> None:
    roster = a_roster(place)
    skipped, doubled = (
        add(roster, "2026-03-29 02.30", "2026-03-29 08.00"),
        add(roster, "2026-10-25 02.30", "2026-10-25 08.00"),
    )
    assert "finns inte" in skipped.content.decode()  # type: ignore[attr-defined]
    assert "Klockan ställdes om" in doubled.content.decode()  # type: ignore[attr-defined]
    assert not OnCallShift.objects.exists()


def test_the_other_changes_are_made_from_their_pages(place: Place) -> None:
    roster = a_roster(place)
    shift = roster.on_duty(SATURDAY, SATURDAY + timedelta(hours=8))
    other = roster.on_duty(SATURDAY + timedelta(hours=8), SATURDAY + timedelta(hours=9))
    client = signed_in(roster.admin)
    shown = client.get(f"/on-call/swap/?shift={shift.pk}").content.decode()
    assert f'value="{shift.pk}" selected' in shown
    pair = {"shift_id": str(shift.pk), "other_id": str(other.pk)}
    assert client.post("/on-call/swap/", pair).status_code == 302
    assert client.post("/on-call/swap/", {**pair, "other_id": pair["shift_id"]}).status_code == 422
    copied = client.post("/on-call/copy-week/", {"group_id": str(roster.group.pk), "monday": "2026-03-04"})
    assert (copied.status_code, OnCallShift.objects.count()) == (302, 4)
    assert client.post("/on-call/remove-shift/", {"shift_id": str(shift.pk)}).status_code == 302
    assert OnCallShift.objects.count() == 3


def test_nobody_else_changes_it(place: Place) -> None:
    a_roster(place)
    for path in ("add-shift", "remove-shift", "swap", "copy-week"):
        assert signed_in(place.municipality).get(f"/on-call/{path}/").status_code == 403
        assert signed_in(place.ward).post(f"/on-call/{path}/").status_code == 403
