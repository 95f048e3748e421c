"""Locks pin every file by hash and name no address: each installation chooses its own index."""

import json
import tomllib

import pytest

from .source_files import CHECKOUT

PYTHON_LOCKS = ["requirements.lock", "requirements-dev.lock", "bootstrap.lock", "node.lock"]


@pytest.mark.parametrize("name", [*PYTHON_LOCKS, "package-lock.json", "package.json", ".npmrc"])
def test_a_lock_names_no_address(name: str) -> None:
    lines = (CHECKOUT / name).read_text().splitlines()
    assert [line for line in lines if "://" in line] == []


@pytest.mark.parametrize("name", PYTHON_LOCKS)
def test_every_python_package_is_pinned_with_hashes(name: str) -> None:
    blocks = ("\n" + (CHECKOUT / name).read_text()).split("\n")
    pinned = [line for line in blocks if line[:1].isalpha()]
    assert pinned
    assert [line for line in pinned if "==" not in line or not line.endswith("\\")] == []


def test_every_node_package_has_its_checksum_and_an_exact_version() -> None:
    packages = json.loads((CHECKOUT / "package-lock.json").read_text())["packages"]
    installed = {name: entry for name, entry in packages.items() if name}
    assert [name for name, entry in installed.items() if not entry.get("integrity")] == []
    wanted = json.loads((CHECKOUT / "package.json").read_text())["dependencies"]
    assert packages[""]["dependencies"] == wanted
    assert [version for version in wanted.values() if not version[0].isdigit()] == []


def test_everything_the_product_asks_for_is_locked() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {ask.split(">")[0].split("[")[0].lower() for ask in wanted}
    locked = (CHECKOUT / "requirements-dev.lock").read_text().splitlines()
    assert names <= {line.split("==")[0].split("[")[0] for line in locked}
