"""Lists on a computer without the system: files, a key for one unit, 48 hours; and the exercise that opens them all."""

import stat
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.core.management import CommandError, call_command

from discharge.downtime.make_snapshots import make_snapshots
from discharge.downtime.practise import practise
from lus.access_log.models import Entry
from lus.organisations.models import Unit
from tests.factories import NOW, Place, a_case, a_person, a_place

pytestmark = [pytest.mark.django_db, pytest.mark.at(NOW)]


@pytest.fixture
def place() -> Place:
    place = a_place()
    a_case(place, person=a_person("Wikström", "Rolf"))
    make_snapshots(at=NOW)
    return place


def hsa_id(unit_id: object) -> str:
    return Unit.objects.get(pk=str(unit_id)).hsa_id


def opened(file: Path, key: Path, out: Path) -> str:
    call_command("open_snapshot", file, key_file=key, to=out)
    return out.read_text()


def test_a_carried_list_opens_with_the_units_key_and_no_other(place: Place, tmp_path: Path) -> None:
    ward, other = hsa_id(place.ward.unit_id), hsa_id(place.municipality.unit_id)
    call_command("downtime_snapshots", tmp_path / "lists")
    assert len(list((tmp_path / "lists").iterdir())) == 6
    assert Entry.objects.filter(action="downtime_export", channel="job").count() == 3
    sealed, key, wrong, out = (
        tmp_path / "lists" / f"{ward}.html.sealed",
        tmp_path / "key",
        tmp_path / "wrong",
        tmp_path / "out",
    )
    call_command("snapshot_key", ward, key)
    call_command("snapshot_key", other, wrong)
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert b"Wikstr" not in sealed.read_bytes()
    assert "Wikström, Rolf" in opened(sealed, key, out)
    with pytest.raises(CommandError, match="another unit's"):
        opened(sealed, wrong, out)
    with time_machine.travel(NOW + timedelta(hours=48)), pytest.raises(CommandError, match="48 hours"):
        opened(sealed, key, out)


def test_files_that_have_expired_are_removed(place: Place, tmp_path: Path) -> None:
    call_command("downtime_snapshots", tmp_path)
    with time_machine.travel(NOW + timedelta(hours=48), tick=False):
        call_command("downtime_snapshots", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_exercise_finds_what_would_have_been_lost(place: Place) -> None:
    assert {one.lost for one in practise(at=NOW)} == {()}
    call_command("practise_outage")
    fresh = a_case(place)
    assert {one.lost for one in practise(at=NOW)} == {(fresh.reference,)}
    with pytest.raises(CommandError, match="3 cases"):
        call_command("practise_outage")
