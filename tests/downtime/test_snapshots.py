"""Läskopia: made when something is new, sealed for one unit, gone after 48 hours, and never a protected name."""

import re
from datetime import timedelta
from io import BytesIO
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from discharge.actions.acknowledge import acknowledge
from discharge.downtime.make_snapshots import make_snapshots
from discharge.models import Case, Delivery
from lus.access_log.models import Entry
from lus.downtime import snapshots
from lus.downtime.models import Snapshot
from lus.downtime.seal import CannotOpen, TooOld, open_sealed, seal, unit_key
from tests.factories import NOW, Place, a_case, a_person, a_place, mark_ready, signed_in
from tests.rosters import a_roster_on_duty

pytestmark = [pytest.mark.django_db, pytest.mark.at(NOW)]
LATER = NOW + timedelta(minutes=16)


@pytest.fixture
def place() -> Place:
    return a_place()


def text_of(unit_id: UUID | None, *, at=NOW) -> str:
    found = snapshots.latest(unit_id, at=at)
    assert found is not None
    return re.sub(r"\s+", " ", snapshots.opened(found, "page", at=at).decode())


def pdf_of(unit_id: UUID | None) -> str:
    found = snapshots.latest(unit_id, at=NOW)
    assert found is not None
    pages = PdfReader(BytesIO(snapshots.opened(found, "pdf", at=NOW))).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))


def test_only_units_with_open_cases_get_a_list(place: Place) -> None:
    other = a_place("Avd 12", "Tyresö", "Vårdcentralen Månen")
    a_case(place)
    assert make_snapshots(at=NOW) == 3
    assert not Snapshot.objects.filter(unit_id=str(other.ward.unit_id)).exists()


def test_it_says_who_where_they_stand_what_is_owed_and_whom_to_call(place: Place) -> None:
    a_roster_on_duty(place, "home_care_start", at=NOW)
    person = a_person("Wikström", "Rolf")
    case = mark_ready(place, a_case(place, person=person, at=NOW - timedelta(hours=1)), at=NOW)
    make_snapshots(at=NOW)
    for said in (text_of(place.municipality.unit_id), pdf_of(place.municipality.unit_id)):
        assert "Läge tis 3/3 2026 10.00" in said
        assert "Wikström, Rolf" in said
        assert f"{person.identifier[:8]}-{person.identifier[8:]}" in said
        assert case.reference in said
        assert "Utskrivningsklar" in said
        assert "08-000 90 01" in said
        assert "Underrättelse om utskrivningsklar" in said
        assert "Avd 72" in said


def test_a_protected_person_is_a_case_code_alone(place: Place) -> None:
    person = a_person("Hemlig", "Hilda", protection="sekretessmarkering", street="Dolda gatan 1")
    case = a_case(place, person=person)
    make_snapshots(at=NOW)
    for unit in (place.municipality, place.ward):
        for said in (text_of(unit.unit_id), pdf_of(unit.unit_id)):
            assert case.reference in said
            for secret in ("Hemlig", "Hilda", "Dolda gatan", person.identifier[8:]):
                assert secret not in said
    receiver = text_of(place.municipality.unit_id)
    assert "Avd 72" not in receiver
    assert "Vårdcentralen Solen" not in receiver


def test_it_is_made_again_only_when_it_says_something_new(place: Place) -> None:
    case = a_case(place)
    make_snapshots(at=NOW)
    assert make_snapshots(at=NOW) == 0
    before = Snapshot.objects.get(unit_id=str(place.ward.unit_id))
    assert make_snapshots(at=LATER) == 0
    same = Snapshot.objects.get(unit_id=str(place.ward.unit_id))
    assert (same.made_at, same.checked_at) == (before.made_at, LATER)
    mark_ready(place, case, at=LATER)
    assert make_snapshots(at=LATER + timedelta(minutes=16)) == 3
    assert Snapshot.objects.get(unit_id=str(place.ward.unit_id)).code != before.code


def test_a_list_that_stays_true_is_made_again_before_it_expires(place: Place) -> None:
    a_case(place)
    make_snapshots(at=NOW)
    assert make_snapshots(at=NOW + snapshots.RENEWED_AFTER) == 3


def test_after_48_hours_it_does_not_open_and_the_sweep_takes_it(place: Place) -> None:
    a_case(place)
    make_snapshots(at=NOW)
    row = Snapshot.objects.get(unit_id=str(place.ward.unit_id))
    late = NOW + timedelta(hours=48)
    assert snapshots.latest(place.ward.unit_id, at=late) is None
    with pytest.raises(TooOld):
        snapshots.opened(row, "page", at=late)
    assert snapshots.sweep(at=late) == 3
    assert not Snapshot.objects.exists()


def test_nothing_readable_lies_in_the_table(place: Place) -> None:
    case = a_case(place, person=a_person("Wikström", "Rolf"))
    make_snapshots(at=NOW)
    row = Snapshot.objects.get(unit_id=str(place.ward.unit_id))
    for stored in (bytes(row.page), bytes(row.pdf)):
        assert b"Wikstr" not in stored
        assert case.reference.encode() not in stored


def test_a_seal_opens_with_its_own_key_in_time_and_unchanged() -> None:
    one, other = uuid4(), uuid4()
    sealed = seal(b"lista", unit_key("k" * 50, one), at=NOW)
    assert open_sealed(sealed, unit_key("k" * 50, one), at=NOW) == b"lista"
    for key in (unit_key("k" * 50, other), unit_key("l" * 50, one), "not a key"):
        with pytest.raises(CannotOpen):
            open_sealed(sealed, key, at=NOW)
    with pytest.raises(CannotOpen):
        open_sealed(sealed[:-8] + b"AAAAAAA=", unit_key("k" * 50, one), at=NOW)
    for at in (NOW + timedelta(hours=48), NOW - timedelta(hours=1)):
        with pytest.raises(TooOld):
            open_sealed(sealed, unit_key("k" * 50, one), at=at)


def test_making_opening_printing_and_carrying_away_are_logged(place: Place) -> None:
    case = a_case(place)
    make_snapshots(at=NOW)
    client = signed_in(place.ward)
    for path in ("list/", "list.pdf", "list.sealed"):
        assert client.get(f"/downtime/{path}").status_code == 200
    found = {
        entry.action: entry
        for entry in Entry.objects.filter(unit_id=str(place.ward.unit_id), action__startswith="downtime")
    }
    assert set(found) == {"downtime_make", "downtime_open", "downtime_print", "downtime_export"}
    assert {tuple(entry.person_ids) for entry in found.values()} == {(case.person_id,)}
    assert found["downtime_make"].channel == "job"
    assert found["downtime_print"].user_id == place.ward.user_id


def test_each_unit_opens_its_own_list_and_who_has_none_gets_404(place: Place) -> None:
    a_case(place, person=a_person("Wikström", "Rolf"))
    other = a_place("Avd 12", "Tyresö", "Vårdcentralen Månen")
    a_case(other, person=a_person("Ljungberg", "Maria"))
    assert signed_in(place.ward).get("/downtime/list/").status_code == 404
    make_snapshots(at=NOW)
    shown = signed_in(place.ward).get("/downtime/list/").content.decode()
    assert "Wikström" in shown
    assert "Ljungberg" not in shown


def statements(place: Place) -> int:
    Snapshot.objects.all().delete()
    with CaptureQueriesContext(connection) as seen:
        make_snapshots(at=NOW)
    return len(seen)


def test_a_list_costs_the_same_number_of_statements_however_many_cases(place: Place) -> None:
    acknowledge_all(place, a_case(place))
    few = statements(place)
    for _ in range(4):
        acknowledge_all(place, a_case(place))
    assert statements(place) == few


def acknowledge_all(place: Place, case: Case) -> None:
    for delivery in Delivery.objects.filter(case=case, unit_id=str(place.municipality.unit_id)):
        acknowledge(case_id=case.pk, actor=place.municipality, at=NOW, message_id=delivery.event_id)
