"""Mottagare: who may receive, who is proposed for a patient and why, and who may be meant instead of a wrong one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from discharge.rules.owed_by_outpatient import PSYCHIATRIC
from lus.organisations.actor import Actor
from lus.organisations.models import Principal, PrincipalKind, Unit, UnitKind
from lus.organisations.queries import open_units
from lus.persons.models import Person

from .case_page import CasePage

ROLE_OF_KIND: dict[str, str] = {
    UnitKind.RECEPTION: "municipality",
    UnitKind.NEEDS_ASSESSMENT: "municipality",
    UnitKind.HOME_CARE: "municipality",
    UnitKind.MUNICIPAL_HEALTH: "municipal_health",
    UnitKind.PRIMARY_CARE: "primary_care",
    UnitKind.OUTPATIENT_PSYCHIATRY: "outpatient_psychiatry",
    UnitKind.OUTPATIENT: "outpatient",
}
KIND_HEADINGS: dict[str, str] = {
    UnitKind.RECEPTION: "Kommuner",
    UnitKind.MUNICIPAL_HEALTH: "Kommunal hälso- och sjukvård",
    UnitKind.NEEDS_ASSESSMENT: "Biståndshandläggning",
    UnitKind.HOME_CARE: "Hemtjänst",
    UnitKind.PRIMARY_CARE: "Vårdcentraler",
    UnitKind.OUTPATIENT_PSYCHIATRY: "Psykiatrisk öppenvård",
    UnitKind.OUTPATIENT: "Övrig öppenvård",
}
MOST = 3
FOR_OUTPATIENT = (UnitKind.PRIMARY_CARE, UnitKind.OUTPATIENT_PSYCHIATRY)


@dataclass(frozen=True, slots=True)
class NeedsAsked:
    """The three boxes of *Kan behöva*."""

    municipal_health: bool
    social_services: bool
    outpatient: bool

    @property
    def municipality(self) -> bool:
        return self.municipal_health or self.social_services

    @property
    def outpatient_care(self) -> bool:
        return self.outpatient or self.municipal_health


@dataclass(frozen=True, slots=True)
class Proposed:
    """A unit that may be meant. ``is_sure``: ticked beforehand; ``is_locked``: the law demands it (LUS 2:1)."""

    unit_id: str
    role: str
    name: str
    why: str
    is_sure: bool = True
    is_locked: bool = False


def receiving_units() -> list[Unit]:
    """Return every unit that can receive messages, by name, in one statement."""
    return list(open_units().filter(kind__in=list(ROLE_OF_KIND)).order_by("name"))


def role_of_unit(unit_id: UUID) -> str:
    """Return the role that a unit of its kind has in a case; "" for a unit that does not exist."""
    kind = Unit.objects.filter(pk=unit_id).values_list("kind", flat=True).first()
    return ROLE_OF_KIND.get(kind or "", "")


def municipality_name(code: str) -> str:
    """Return the name of a municipality by its official code, or "" when it is not known."""
    names = Principal.objects.filter(kind=PrincipalKind.MUNICIPALITY, code=code)
    return names.values_list("name", flat=True).first() or "" if code else ""


def proposed_recipients(
    municipality: str, listed_unit_id: UUID | None, *, care_form: str, needs: NeedsAsked
) -> list[Proposed]:
    """Return whom the needs call for, municipality first. ``municipality``: code of the registered one.

    When there are several receptions none is ticked: the ward must choose.
    """
    found = list(_wanted_units(municipality, listed_unit_id))
    proposed: list[Proposed] = []
    if needs.municipality:
        proposed += _receptions(found, municipality)
    if needs.outpatient_care:
        proposed += _outpatient(found, listed_unit_id, care_form, is_demanded=needs.municipal_health)
    return proposed


def suggested_units(page: CasePage, viewer: Actor) -> list[Proposed]:
    """Return at most three units that may be meant instead of the viewer's own, with why."""
    own = page.facts.unit(str(viewer.unit_id))
    if own is None:
        return []
    active = {unit.unit_id for unit in page.facts.units}
    person = page.case.person
    units = _wanted_units(page.facts.registered_municipality, person.listed_unit_id)
    likely = [
        _likely(unit, person)
        for unit in units
        if str(unit.pk) not in active and ROLE_OF_KIND.get(unit.kind) == own.role
    ]
    return sorted(likely, key=lambda item: not item.is_sure)[:MOST]


def _likely(unit: Unit, person: Person) -> Proposed:
    listed = unit.pk == person.listed_unit_id
    why = "Personen är listad här" if listed else "Samma kommun som folkbokföringen"
    return Proposed(str(unit.pk), ROLE_OF_KIND[unit.kind], unit.name, why, is_sure=listed)


def _wanted_units(municipality: str, listed_unit_id: UUID | None) -> Iterable[Unit]:
    units = open_units().filter(
        kind__in=(UnitKind.RECEPTION, *FOR_OUTPATIENT), municipality_code=municipality
    )
    if not municipality:
        units = units.none()
    listed = open_units().filter(pk=listed_unit_id)
    return (units | listed).order_by("name")


def _receptions(units: list[Unit], municipality: str) -> Iterator[Proposed]:
    receptions = [unit for unit in units if unit.kind == UnitKind.RECEPTION]
    for unit in receptions:
        alone = len(receptions) == 1
        why = f"Folkbokförd i {unit.principal.name}" + ("" if alone else ", välj rätt mottagning")
        yield Proposed(str(unit.pk), "municipality", unit.name, why, is_sure=alone)


def _outpatient(
    units: list[Unit], listed_unit_id: UUID | None, care_form: str, *, is_demanded: bool
) -> Iterator[Proposed]:
    listed = next((unit for unit in units if unit.pk == listed_unit_id), None)
    demanded = " · krävs av lagen när kommunal hälso- och sjukvård kan behövas" if is_demanded else ""
    if listed is not None:
        why = f"Listad här{demanded}"
        role = ROLE_OF_KIND.get(listed.kind, "primary_care")
        yield Proposed(str(listed.pk), role, listed.name, why, is_locked=is_demanded)
    else:
        near = [unit for unit in units if unit.kind == UnitKind.PRIMARY_CARE][:MOST]
        for unit in near:
            yield Proposed(
                str(unit.pk), "primary_care", unit.name, "Samma kommun, personen är inte listad", False
            )
    if care_form in PSYCHIATRIC:
        for unit in [unit for unit in units if unit.kind == UnitKind.OUTPATIENT_PSYCHIATRY][:1]:
            yield Proposed(str(unit.pk), "outpatient_psychiatry", unit.name, "Psykiatrisk vård, samma kommun")


def letter_of(role: str) -> str:
    """Return the letter that stands for a role: K, V or Ö."""
    return {"municipality": "K", "municipal_health": "K", "primary_care": "V"}.get(role, "Ö")
