"""The county on paper: which principals and units there are, without a database.

Municipalities and hospitals carry their real names (``data/*.csv``). Wards, primary-care units, phone numbers and
addresses are invented; phone numbers begin with 08-000 and mail goes to ``example.invalid``.
"""

from dataclasses import dataclass, field
from functools import cache
from itertools import product
from typing import Any
from uuid import UUID, uuid5

from lus.organisations.models import PrincipalKind, UnitKind

from .parameters import parameters, table, words

NAMESPACE = UUID("5c6b0f0e-3f1e-5d0a-9a44-7b3f6a4c2017")
REGION_CODE = "01"
VIDEO_HOST = "video.example.invalid"
STOCKHOLM = "0180"
NACKA = "0182"
JONKOPING = "0680"
# Hospital kind → wards of each care form.
WARDS = {
    "acute": {"somatic_acute": 14},
    "geriatric": {"geriatric": 4},
    "psychiatric": {"psychiatric_adult": 6},
    "addiction": {"addiction": 4},
    "forensic": {"forensic_psychiatric": 2},
    "children": {"somatic_acute": 2},
    "specialist": {"somatic_acute": 1},
}
FIRST_SOMATIC_WARD = 70
LETTER = {
    "geriatric": "G",
    "psychiatric_adult": "P",
    "addiction": "B",
    "forensic_psychiatric": "R",
    "child_psychiatric": "U",
}


@dataclass(frozen=True)
class PlannedUnit:
    """A unit to be. ``area``: the district's code inside Stockholm, else empty."""

    id: UUID
    principal_code: str
    kind: str
    name: str
    parent: UUID | None = None
    municipality_code: str = ""
    care_form: str = ""
    phone_function: str = ""
    area: str = ""
    number: int = 0

    @property
    def hsa_id(self) -> str:
        return f"SE0000000000-{self.number:04X}"

    @property
    def phone(self) -> str:
        return f"08-000 {self.number // 100:02d} {self.number % 100:02d}"

    @property
    def email(self) -> str:
        return f"enhet-{self.number}@example.invalid"


@dataclass
class CountyPlan:
    """``principals``: (kind, code, name). ``units`` in an order where parents come first."""

    principals: list[tuple[str, str, str]] = field(default_factory=list)
    units: list[PlannedUnit] = field(default_factory=list)

    def add(self, kind: str, name: str, principal: str, **more: Any) -> PlannedUnit:
        """Add a unit. Its id follows from what it is, so that a second start finds the same one."""
        key = f"{kind}:{principal}:{more.get('parent', '')}:{name}"
        number = len(self.units) + 1
        unit = PlannedUnit(uuid5(NAMESPACE, key), principal, kind, name, number=number, **more)
        self.units.append(unit)
        return unit

    def find(
        self, kind: str, *, municipality: str = "", area: str = "", care_form: str = ""
    ) -> list[PlannedUnit]:
        """Return the units of ``kind`` that answer to what is given."""
        return [
            unit
            for unit in self.units
            if unit.kind == kind
            and municipality in ("", unit.municipality_code)
            and area in ("", unit.area)
            and care_form in ("", unit.care_form)
        ]

    def named(self, name: str) -> PlannedUnit:
        """Return the one unit with this name; for wards ``Avdelning 72, Södersjukhuset``."""
        ward, _, hospital = name.partition(", ")
        found = [unit for unit in self.units if unit.name == name]
        if not found and hospital:
            above = {unit.id for unit in self.units if unit.name == hospital}
            found = [unit for unit in self.units if unit.name == ward and unit.parent in above]
        if len(found) != 1:
            raise LookupError(f"{len(found)} units are called {name}")
        return found[0]


@cache
def county_plan() -> CountyPlan:
    """Return Region Stockholm with its 26 municipalities."""
    plan = CountyPlan()
    plan.principals.append((PrincipalKind.REGION, REGION_CODE, "Region Stockholm"))
    for row in table("municipalities_stockholm"):
        plan.principals.append((PrincipalKind.MUNICIPALITY, row["code"], _owner(row["code"], row["name"])))
    _add_hospitals(plan)
    names = _invented_names()
    for row in table("municipalities_stockholm"):
        _add_municipal_units(plan, row["code"], row["name"])
        _add_outpatient_care(plan, row["code"], names)
    _add_other_counties(plan)
    # Last, so that every other unit keeps its number.
    plan.add(UnitKind.FINANCE, "Ekonomi, Region Stockholm", REGION_CODE)
    plan.add(UnitKind.FINANCE, "Ekonomi, Nacka kommun", NACKA)
    vis = plan.add(UnitKind.COOPERATION, "VIS styrgrupp", REGION_CODE)
    county = plan.add(UnitKind.COOPERATION, "Storsthlm och HSF", REGION_CODE, parent=vis.id)
    plan.add(UnitKind.COOPERATION, "Lokal samverkansgrupp Nacka", NACKA, parent=county.id)
    return plan


@cache
def first_unit(kind: str, municipality: str, area: str = "") -> PlannedUnit:
    """Return the (first) unit of the kind in the municipality, or in the district."""
    return county_plan().find(kind, municipality=municipality, area=area)[0]


@cache
def units_by_id() -> dict[UUID, PlannedUnit]:
    return {unit.id: unit for unit in county_plan().units}


@cache
def municipality_names() -> dict[str, str]:
    """Return ``{code: name}`` as the places are called, e.g. ``{"0182": "Nacka"}``."""
    rows = (*table("municipalities_stockholm"), *table("municipalities_elsewhere"))
    return {row["code"]: row["name"] for row in rows}


@cache
def district_names() -> dict[str, str]:
    """Return ``{code: name}`` of Stockholm's present districts, e.g. ``{"sodermalm": "Södermalm"}``."""
    return {row["code"]: row["name"] for row in districts_today()}


def districts_today() -> list[dict[str, str]]:
    """Return Stockholm's present districts (those without an end)."""
    return [row for row in table("districts_stockholm") if not row["valid_to"]]


def _add_hospitals(plan: CountyPlan) -> None:
    for row in table("hospitals_stockholm"):
        hospital = plan.add(UnitKind.HOSPITAL, row["name"], REGION_CODE, phone_function="Växel")
        forms = dict(WARDS[row["kind"]])
        if row["name"] == "BUP heldygnsvård":
            forms = {"child_psychiatric": 2}
        elif row["kind"] == "acute" and "geriatric" in row["care_forms"]:
            forms["geriatric"] = 2
        for care_form, count in forms.items():
            for index in range(count):
                plan.add(
                    UnitKind.WARD,
                    _ward_name(care_form, index),
                    REGION_CODE,
                    parent=hospital.id,
                    care_form=care_form,
                    phone_function="Avdelningens koordinator",
                )


def _owner(code: str, place: str) -> str:
    return "Stockholms stad" if code == STOCKHOLM else f"{place} kommun"


def _ward_name(care_form: str, index: int) -> str:
    letter = LETTER.get(care_form, "")
    return f"Avdelning {letter}{index + (1 if letter else FIRST_SOMATIC_WARD)}"


def _add_municipal_units(plan: CountyPlan, code: str, place: str) -> None:
    reception = plan.add(
        UnitKind.RECEPTION,
        f"Mottagningen, {_owner(code, place)}",
        code,
        municipality_code=code,
        phone_function="Mottagningen",
    )
    if code == STOCKHOLM:
        for row in districts_today():
            plan.add(
                UnitKind.RECEPTION,
                f"Mottagningen {row['name']}",
                code,
                parent=reception.id,
                municipality_code=code,
                area=row["code"],
                phone_function="Stadsdelens mottagning",
            )
    for kind, name, function in (
        (UnitKind.NEEDS_ASSESSMENT, f"Biståndshandläggning {place}", "Biståndshandläggare"),
        (UnitKind.MUNICIPAL_HEALTH, f"Kommunal hälso- och sjukvård {place}", "Sjuksköterska i tjänst"),
        (UnitKind.HOME_CARE, f"Hemtjänst {place}", "Planerare"),
    ):
        plan.add(kind, name, code, parent=reception.id, municipality_code=code, phone_function=function)


def _add_outpatient_care(plan: CountyPlan, code: str, names: dict[str, list[str]]) -> None:
    mine = names["nacka" if code == NACKA else "primary"]
    for _ in range(primary_care_count(code)):
        name = f"Vårdcentralen {mine.pop(0)}"
        plan.add(
            UnitKind.PRIMARY_CARE, name, REGION_CODE, municipality_code=code, phone_function="Vårdsamordnare"
        )
    others = 8 if code == STOCKHOLM else 1
    for _ in range(others):
        name = f"Psykiatrimottagningen {names['other'].pop(0)}"
        plan.add(
            UnitKind.OUTPATIENT_PSYCHIATRY,
            name,
            REGION_CODE,
            municipality_code=code,
            phone_function="Samordnare",
        )
        name = f"Rehab {names['other'].pop(0)}"
        plan.add(UnitKind.OUTPATIENT, name, REGION_CODE, municipality_code=code, phone_function="Reception")


def _add_other_counties(plan: CountyPlan) -> None:
    """Two neighbouring counties' municipalities are known; only one of them has units here."""
    for row in table("municipalities_elsewhere"):
        owner = _owner(row["code"], row["name"])
        plan.principals.append((PrincipalKind.MUNICIPALITY, row["code"], owner))
        if row["code"] == JONKOPING:
            name, code = f"Mottagningen, {owner}", row["code"]
            plan.add(UnitKind.RECEPTION, name, code, municipality_code=code, phone_function="Mottagningen")


def primary_care_count(code: str) -> int:
    """Return how many invented primary-care units the municipality has: by population, at least one."""
    people = {row["code"]: row["population"] for row in parameters()["municipality"]}
    return max(
        1, round(parameters()["units"]["primary_care_units"] * 0.9 * people[code] / sum(people.values()))
    )


def _invented_names() -> dict[str, list[str]]:
    """Return names that nobody else in the county has. Nacka, where the demo looks closest, has the short ones."""
    made = [begin + end for end, begin in product(words()["ends"], words()["beginnings"])]
    return {"nacka": list(words()["plain"]), "primary": made[:-80], "other": made[-80:]}
