"""Invented patients: names from lists, numbers that only test persons have.

The official test persons (``data/test_persons.csv``) lie in the cases that a demo shows first. Everybody else gets
a number with a serial from 980 to 999, which Skatteverket keeps for test persons; the check digit is right.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from uuid import UUID, uuid5

from lus.persons.identifiers import IdentifierKind, compose_test_number, parse
from lus.persons.models import Person, Protection

from .county_plan import NAMESPACE, STOCKHOLM, CountyPlan, district_names, municipality_names
from .parameters import name_groups, parameters, table, words

FIRST_TEST_SERIAL, LAST_TEST_SERIAL = 980, 999
PROTECTION = {"skyddadFolkbokforing": Protection.SKYDDAD_FOLKBOKFORING.value}


@dataclass(frozen=True)
class Wanted:
    """What somebody shall be like. ``area``: district inside Stockholm."""

    municipality: str
    age: int
    is_woman: bool
    area: str = ""


class People:
    """Makes persons who are all different. ``today`` is the local date of the start."""

    def __init__(self, rng: Random, plan: CountyPlan, today: date) -> None:
        self.rng, self.plan, self.today = rng, plan, today
        self.taken: set[str] = {row["identifier"] for row in table("test_persons")}
        self._primary_care: dict[str, Sequence[UUID]] = {}

    def invent(self, wanted: Wanted, name: tuple[str, str] | None = None) -> Person:
        """Return an unsaved person. ``name``: (given, family) when a story needs a certain one."""
        born, number = self._number(wanted)
        given, family, foreign = self._name(wanted, born.year)
        if name:
            (given, family), foreign = name, False
        language = self.rng.choice(words()["languages"]) if foreign and self.rng.random() < 0.5 else "svenska"
        return Person(
            id=uuid5(NAMESPACE, f"person:{number}"),
            identifier_kind=IdentifierKind.PERSONNUMMER,
            identifier=number,
            given_name=given,
            family_name=family,
            birth_date=born,
            language=language,
            **self._home(wanted.municipality),
            district=district_names().get(wanted.area, ""),
        )

    def official(self, identifier: str, municipality: str) -> Person:
        """Return the official test person with ``identifier``, living in ``municipality``."""
        row = next(row for row in table("test_persons") if row["identifier"] == identifier)
        number = parse(identifier, self.today)
        given, _, family = row["name"].rpartition(" ")
        home = self._home(municipality)
        protection = PROTECTION.get(row["protected"], row["protected"])
        if protection == Protection.SKYDDAD_FOLKBOKFORING or number.birth_date is None:
            # neither a protected registration nor a reserve number says where somebody lives
            home |= {"street": "", "postal_code": "", "town": "", "registered_municipality": ""}
        return Person(
            id=uuid5(NAMESPACE, f"person:{identifier}"),
            identifier_kind=number.kind,
            identifier=number.value,
            given_name=given,
            family_name=family,
            birth_date=number.birth_date,
            protection=protection,
            language="svenska",
            **home,
        )

    def _home(self, code: str) -> dict[str, object]:
        units = self._primary_care.get(code)
        if units is None:
            units = [unit.id for unit in self.plan.find("primary_care", municipality=code)]
            self._primary_care[code] = units
        return {
            "street": f"{self.rng.choice(words()['streets'])} {self.rng.randint(1, 89)}",
            "postal_code": f"000 {self.rng.randint(0, 99):02d}",
            "town": municipality_names()[code],
            "registered_municipality": code,
            "listed_unit_id": self.rng.choice(units) if units else None,
        }

    def _number(self, wanted: Wanted) -> tuple[date, str]:
        while True:
            # Counted in days so that nobody is a year older than asked for on the birthday.
            born = self.today - timedelta(days=int((wanted.age + self.rng.random()) * 365.25))
            serial = self.rng.randrange(FIRST_TEST_SERIAL, LAST_TEST_SERIAL, 2) + (
                0 if wanted.is_woman else 1
            )
            number = compose_test_number(born, serial)
            if number not in self.taken:
                self.taken.add(number)
                return born, number

    def _name(self, wanted: Wanted, year: int) -> tuple[str, str, bool]:
        older = [group for group in name_groups() if group.get("born_before", 0) > year]
        groups = [group for group in name_groups() if "born_before" not in group]
        # The older Swedish names stand in for the younger ones, which come first without a year.
        groups = [older[0], *groups[1:]] if older else groups
        group = self.rng.choices(groups, weights=[group["weight"] for group in groups])[0]
        given = self.rng.choice(group["female" if wanted.is_woman else "male"])
        return given, self.rng.choice(group["family"]), group is not groups[0]


def draw_person(rng: Random, care_form: str) -> Wanted:
    """Draw where somebody in ``care_form`` lives and how old they are, by the parameters' shares."""
    shares = parameters()["care_form"][care_form]
    places = parameters()["municipality"]
    weights = [row["population"] * row["share_65"] for row in places]
    code = rng.choices(places, weights=weights)[0]["code"]
    area = ""
    if code == STOCKHOLM:
        districts = parameters()["district_weight"]
        area = rng.choices(list(districts), weights=list(districts.values()))[0]
    return Wanted(code, _age(rng, shares["share_65plus"]), rng.random() < shares["share_women"], area)


def _age(rng: Random, share_65plus: float) -> int:
    if rng.random() >= share_65plus:
        return rng.randint(19, 64)
    if rng.random() < parameters()["age"]["share_80plus_of_65plus"]:
        return min(99, 80 + int(rng.expovariate(1 / 6)))
    return rng.randint(65, 79)
