"""Fast omsorgskontakt: the municipality's contact stands beside the fast vårdkontakt and answers no duty."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from discharge.actions.name_fixed_care_worker import name_fixed_care_worker
from lus.refusals import InvalidInput, StageNotAllowed
from lus.swedish_time import local_date
from tests.factories import signed_in

from .life import Life, refused


def named(life: Life, **more: Any) -> Life:
    life.does(life.municipality, name_fixed_care_worker, name="Ann Berg", phone="08-2", **more)
    return life


def test_everybody_in_the_case_is_told_and_sees_who_it_is() -> None:
    life = named(Life(), phone_function="Hemtjänstens jour")
    assert life.told("fixed_care_worker_named") == {"Avd 72", "Vårdcentralen Solen"}
    worker = life.facts.fixed_care_worker
    assert worker is not None
    assert (worker.name, worker.from_day) == ("Ann Berg", local_date(life.at))
    html = signed_in(life.ward).get(reverse("case", args=[life.case.pk])).content.decode()
    assert "Fast omsorgskontakt" in html
    assert "Ann Berg" in html


def test_the_latest_one_counts() -> None:
    life = named(Life())
    life.does(life.municipality, name_fixed_care_worker, name="Bo Ek", from_day=date(2026, 3, 9))
    worker = life.facts.fixed_care_worker
    assert worker is not None
    assert (worker.name, worker.from_day) == ("Bo Ek", date(2026, 3, 9))


def test_it_is_not_the_fast_vardkontakt_of_the_law() -> None:
    life = named(Life())
    assert life.facts.care_contact is None
    assert "name_care_contact" in life.owes(life.primary_care)


@pytest.mark.parametrize(("sent", "field"), [({"name": " "}, "name"), ({"name": "x" * 121}, "name")])
def test_it_needs_a_name(sent: dict[str, str], field: str) -> None:
    life = Life()
    with refused(InvalidInput, field=field):
        life.does(life.municipality, name_fixed_care_worker, **sent)


def test_outpatient_care_names_its_own_contact_instead() -> None:
    life = Life()
    with refused(StageNotAllowed, code="not-municipality"):
        life.does(life.primary_care, name_fixed_care_worker, name="Ann Berg")
