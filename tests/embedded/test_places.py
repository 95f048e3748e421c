"""The services start in long paths, in closed folders, and as root; what a dead run left is cleared."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lus.embedded import places


@pytest.fixture(autouse=True)
def no_chosen_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LUS_STATE", raising=False)


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(places, "_SHARED", tmp_path)
    return tmp_path


def test_the_state_stays_in_an_ordinary_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "fits", lambda folder: True)
    checkout = places.throwaway_folder()
    assert places.lasting_folder(checkout) == checkout / ".state"
    (checkout / ".state").rmdir()
    checkout.rmdir()


@pytest.mark.parametrize("folder", ["/srv/" + "x" * 80, "/srv/with space", "/srv/åäö", "/srv/a?b"])
def test_a_path_that_a_socket_or_an_address_cannot_hold_does_not_fit(folder: str) -> None:
    assert not places.fits(Path(folder))


def test_a_closed_folder_fits_its_owner_but_not_root_whose_database_may_not_enter(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    home = places.throwaway_folder()
    state = home / "checkout" / ".state"
    home.chmod(0o700)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert places.fits(state)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert not places.fits(state)
    home.rmdir()


def test_what_does_not_fit_moves_to_a_folder_of_its_own(shared: Path, tmp_path: Path) -> None:
    checkout = tmp_path / ("x" * 100)
    checkout.mkdir()
    moved = places.lasting_folder(checkout)
    assert moved.parent == shared
    assert moved == places.lasting_folder(checkout)
    assert moved != places.lasting_folder(tmp_path / ("y" * 100))


def test_a_folder_that_someone_else_put_in_our_place_is_refused(shared: Path, tmp_path: Path) -> None:
    ours = places.own_shared_folder(tmp_path)
    ours.rmdir()
    ours.symlink_to(tmp_path)
    with pytest.raises(PermissionError, match="belongs to someone else"):
        places.own_shared_folder(tmp_path)


def test_folders_of_dead_runs_are_removed_and_those_of_living_ones_are_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    died = subprocess.Popen([sys.executable, "-c", ""])
    died.wait()
    left, living = tmp_path / f"lus-throwaway-{died.pid}-abc", tmp_path / f"lus-throwaway-{os.getpid()}-abc"
    for folder in (left, living):
        folder.mkdir()
    places._clear_after_the_dead(tmp_path)
    assert [folder.exists() for folder in (left, living)] == [False, True]
