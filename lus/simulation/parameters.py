"""The invented county's numbers and names, as read from ``data/``. Every number there is an assumption."""

import csv
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent / "data"


@cache
def parameters() -> dict[str, Any]:
    """Return ``data/parameters.toml``."""
    return _toml("parameters.toml")


@cache
def name_groups() -> tuple[dict[str, Any], ...]:
    """Return the groups of ``data/names.toml``: ``weight, female, male, family`` and perhaps ``born_before``."""
    return tuple(_toml("names.toml")["group"])


@cache
def words() -> dict[str, list[str]]:
    """Return ``data/words.toml``."""
    return _toml("words.toml")


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of ``data/NAME.csv``, in order."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def _toml(name: str) -> dict[str, Any]:
    with (DATA / name).open("rb") as file:
        return tomllib.load(file)
