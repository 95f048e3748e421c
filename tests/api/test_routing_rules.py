"""Routing rules by API: read, tried, saved once, and only by who keeps them."""

from typing import Any

import pytest

from lus.organisations.models import RoutingChange, Unit
from lus.organisations.roles import Role
from tests.factories import Place, an_actor

from .conftest import Api, api_of
from .problem import problem

ADDRESS = "/api/v1/routing-rules"


@pytest.fixture
def admin(place: Place) -> Api:
    unit = Unit.objects.get(pk=str(place.municipality.unit_id))
    Unit.objects.filter(pk=unit.pk).update(municipality_code="0182")
    return api_of(an_actor(unit, Role.UNIT_ADMIN))


def a_list(admin: Api, **other: Any) -> dict[str, Any]:
    rules = [{"target_id": str(admin.actor.unit_id), "note": "Alla"}]
    return {"route": "municipality", "valid_from": "2026-03-03", "rules": rules, **other}


def test_what_was_tried_is_saved_once_and_read(admin: Api) -> None:
    tried = admin.post(f"{ADDRESS}/preview", a_list(admin))
    assert tried.status_code == 200, tried.content
    body = a_list(admin, previewed=tried.json()["previewed"])
    first = admin.post(f"{ADDRESS}/acts/change", body, key="rules-0182-1")
    again = admin.post(f"{ADDRESS}/acts/change", body, key="rules-0182-1")
    assert (first.status_code, again.status_code) == (201, 201)
    assert RoutingChange.objects.count() == 1
    lists = {item["route"]: item["rules"] for item in admin.get(ADDRESS).json()["results"]}
    assert [rule["note"] for rule in lists["municipality"]] == ["Alla"]
    assert lists["forward"] == []


def test_rows_that_were_not_tried_are_refused(admin: Api) -> None:
    refused = admin.post(f"{ADDRESS}/acts/change", a_list(admin, previewed="nej"))
    problem(refused, 409, "preview-needed")
    assert not RoutingChange.objects.exists()


def test_a_rule_that_cannot_be_is_told(admin: Api) -> None:
    twice = a_list(admin)
    twice["rules"] *= 2
    assert admin.post(f"{ADDRESS}/preview", twice).status_code == 422


def test_who_does_not_administer_reads_and_changes_nothing(municipality: Api, admin: Api) -> None:
    problem(municipality.get(ADDRESS), 403, "unit-not-permitted")
    problem(municipality.post(f"{ADDRESS}/preview", a_list(admin)), 403, "unit-not-permitted")
