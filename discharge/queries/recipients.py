"""Mottagare: who may receive, whom the rules propose for a patient."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from discharge.rules.facts import MUNICIPAL_ROLES
from discharge.rules.recipients import ROLE_OF_KIND, Expected, Patient, propose
from discharge.rules.recipients import Proposal as ProposedUnit
from lus.organisations.models import Principal, PrincipalKind, Unit, UnitKind
from lus.organisations.queries import open_units, units_by_id

from .directory import directory_of

KIND_HEADINGS: dict[str, str] = {
    UnitKind.RECEPTION: "Kommuner",
    UnitKind.MUNICIPAL_HEALTH: "Kommunal hälso- och sjukvård",
    UnitKind.NEEDS_ASSESSMENT: "Biståndshandläggning",
    UnitKind.HOME_CARE: "Hemtjänst",
    UnitKind.PRIMARY_CARE: "Vårdcentraler",
    UnitKind.OUTPATIENT_PSYCHIATRY: "Psykiatrisk öppenvård",
    UnitKind.OUTPATIENT: "Övrig öppenvård",
}
NEAR_KINDS = (UnitKind.RECEPTION, UnitKind.PRIMARY_CARE, UnitKind.OUTPATIENT_PSYCHIATRY)
MOST = 3


@dataclass(frozen=True, slots=True)
class Receiver:
    """A unit that may be meant. ``is_chosen``: ticked beforehand; ``is_locked``: the law demands it (LUS 2:1)."""

    unit_id: str
    role: str
    name: str
    why: str
    is_chosen: bool = True
    is_locked: bool = False

    @property
    def letter(self) -> str:
        """K, V or Ö."""
        return letter_of(self.role)


@dataclass(frozen=True, slots=True)
class Proposal:
    """``trouble``: what is so and what to do when no rule says which municipal unit is told, else ""."""

    receivers: list[Receiver]
    trouble: str = ""


def receiving_units() -> list[Unit]:
    """Return every unit that can receive messages, by name, in one statement."""
    return list(open_units().filter(kind__in=list(KIND_HEADINGS)).order_by("name"))


def role_of_unit(unit_id: UUID) -> str:
    """Return the role that a unit of its kind has in a case; "" for a unit that does not exist."""
    kind = Unit.objects.filter(pk=unit_id).values_list("kind", flat=True).first()
    return ROLE_OF_KIND.get(kind or "", "")


def municipalities() -> list[tuple[str, str]]:
    """Return ``(code, name)`` of every municipality, by name."""
    found = Principal.objects.filter(kind=PrincipalKind.MUNICIPALITY)
    return list(found.order_by("name").values_list("code", "name"))


def municipality_names(codes: Sequence[str]) -> dict[str, str]:
    """Return ``{code: name}`` of the municipalities that are known, in one statement."""
    found = Principal.objects.filter(kind=PrincipalKind.MUNICIPALITY, code__in=list(codes))
    return dict(found.values_list("code", "name"))


def municipality_name(code: str) -> str:
    """Return the name of a municipality by its official code, or "" when it is not known."""
    if not code:
        return ""
    found = Principal.objects.filter(kind=PrincipalKind.MUNICIPALITY, code=code)
    return found.values_list("name", flat=True).first() or ""


def proposed(patient: Patient, needs: Expected, care_form: str, *, on: date) -> Proposal:
    """Return whom the rules of the day ``on`` propose, then units near the patient that fit equally, not ticked."""
    directory, units = directory_of(patient, near_units(patient), on=on)
    found = propose(patient, needs, care_form, directory)
    chosen = [
        Receiver(item.unit_id, item.role, units[item.unit_id].name, _why(item), is_locked=item.locked)
        for item in found.units
    ]
    return Proposal([*chosen, *_undecided(patient, needs, chosen, units.values())], found.trouble)


def chosen_units(unit_ids: Sequence[str], known: Iterable[Receiver]) -> list[Receiver]:
    """Return the units that somebody has added by hand, beyond those in ``known``."""
    shown = {item.unit_id for item in known}
    found = units_by_id([unit_id for unit_id in dict.fromkeys(unit_ids) if unit_id not in shown])
    return [
        Receiver(unit_id, ROLE_OF_KIND[unit.kind], unit.name, "Tillagd för hand")
        for unit_id, unit in found.items()
        if unit.kind in ROLE_OF_KIND
    ]


def letter_of(role: str) -> str:
    """Return the letter that stands for a role: K, V or Ö."""
    if role in MUNICIPAL_ROLES:
        return "K"
    return "V" if role == "primary_care" else "Ö"


def near_units(patient: Patient) -> list[Unit]:
    """Return the open units of the patient's municipality, and the one where the patient is listed, by name."""
    wanted = Q(pk=UUID(patient.listed_unit_id)) if patient.listed_unit_id else Q()
    if patient.municipality:
        wanted |= Q(kind__in=NEAR_KINDS, municipality_code=patient.municipality)
    return list(open_units().filter(wanted).order_by("name")) if wanted else []


def _why(item: ProposedUnit) -> str:
    why = item.why[:1].upper() + item.why[1:]
    return f"{why} · krävs av lagen när kommunal hälso- och sjukvård kan behövas" if item.locked else why


def _undecided(
    patient: Patient, needs: Expected, chosen: Sequence[Receiver], units: Iterable[Unit]
) -> list[Receiver]:
    if patient.is_protected:
        return []
    missing = []
    if (needs.municipal_health or needs.social_services) and not _has(chosen, "municipality"):
        missing.append((UnitKind.RECEPTION, "municipality"))
    if (needs.outpatient or needs.municipal_health) and not _has(chosen, "primary_care"):
        missing.append((UnitKind.PRIMARY_CARE, "primary_care"))
    return [
        Receiver(
            str(unit.pk), role, unit.name, f"I {patient.municipality_name}, välj rätt enhet", is_chosen=False
        )
        for kind, role in missing
        for unit in [unit for unit in units if unit.kind == kind][: MOST * 2]
    ]


def _has(chosen: Sequence[Receiver], role: str) -> bool:
    return any(item.role == role for item in chosen)
