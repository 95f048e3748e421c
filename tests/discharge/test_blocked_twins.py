"""Spärr (L-10): what another unit is told is as in a case that never had what is blocked."""

import difflib
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.core.cache import cache

from discharge.verify import Difference, differences
from lus.organisations.actor import Actor
from tests.factories import NOW

from .twins import CONTENT, SECRET, Twin, both_seen, lived, told_to

pytestmark = pytest.mark.django_db
TWINS = [(content, scope) for content in CONTENT for scope in (content, "all")]


@pytest.fixture(autouse=True)
def _demo(settings: Any) -> Iterator[None]:
    settings.DEMO = True
    cache.clear()
    with time_machine.travel(NOW, tick=False):
        yield


def others(life: Twin, blocker: Actor) -> list[Actor]:
    return [who for who in (life.ward, life.municipality, life.primary_care) if who != blocker]


def seen_by_others(content: str, scope: str, with_content: bool) -> dict[str, str]:
    """What the others are told, in a life where the tables follow from the events and the unit itself reads it."""
    life, blocker = lived(content, scope, with_content=with_content)
    cache.clear()
    found: dict[str, str] = {}
    with time_machine.travel(life.at, tick=False):
        for who in others(life, blocker):
            found |= {f"{who.unit_name} {path}": text for path, text in told_to(who, life).items()}
        itself = told_to(blocker, life).values() if with_content and scope == "all" else ()
    assert not itself or any(SECRET in text for text in itself)
    assert [str(one) for one in differences() if isinstance(one, Difference)] == []
    return found


@pytest.mark.parametrize(("content", "scope"), TWINS)
def test_others_are_told_as_if_it_had_never_been_there(content: str, scope: str) -> None:
    blocked, never = both_seen(lambda with_content: seen_by_others(content, scope, with_content))
    assert blocked.keys() == never.keys()
    assert not [path for path, text in blocked.items() if SECRET in text]
    different = [path for path in blocked if blocked[path] != never[path]]
    assert not different, "\n".join(
        line
        for path in different[:3]
        for line in difflib.unified_diff(
            never[path].splitlines(), blocked[path].splitlines(), f"{path} never", "blocked", n=0, lineterm=""
        )
    )
