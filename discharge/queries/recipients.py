"""Mottagare: who may receive, whom the rules propose for a patient, and who may be meant instead of a wrong one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from discharge.rules.facts import MUNICIPAL_ROLES
from discharge.rules.recipients import ROLE_OF_KIND, Candidate, Expected, Patient, Proposal, propose
from lus.organisations.actor import Actor
from lus.organisations.models import Principal, PrincipalKind, Unit, UnitKind
from lus.organisations.queries import open_units, units_by_id

from .case_page import CasePage

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


def proposed(patient: Patient, needs: Expected, care_form: str) -> list[Receiver]:
    """Return whom the rules propose, then units near the patient that fit equally well, not ticked."""
    units = {str(unit.pk): unit for unit in _near(patient)}
    candidates = [_candidate(unit) for unit in units.values()]
    chosen = [
        Receiver(item.unit_id, item.role, units[item.unit_id].name, _why(item), is_locked=item.locked)
        for item in propose(patient, needs, care_form, candidates)
    ]
    return [*chosen, *_undecided(patient, needs, chosen, units.values())]


def chosen_units(unit_ids: Sequence[str], known: Iterable[Receiver]) -> list[Receiver]:
    """Return the units that somebody has added by hand, beyond those in ``known``."""
    shown = {item.unit_id for item in known}
    found = units_by_id([unit_id for unit_id in dict.fromkeys(unit_ids) if unit_id not in shown])
    return [
        Receiver(unit_id, ROLE_OF_KIND[unit.kind], unit.name, "Tillagd för hand")
        for unit_id, unit in found.items()
        if unit.kind in ROLE_OF_KIND
    ]


def suggested_units(page: CasePage, viewer: Actor) -> list[Receiver]:
    """Return at most three units that may be meant instead of the viewer's own, with why."""
    own = page.facts.unit(str(viewer.unit_id))
    if own is None:
        return []
    person, known = page.case.person, {unit.unit_id for unit in page.facts.units}
    listed = str(person.listed_unit_id or "")
    patient = Patient(municipality=page.facts.registered_municipality, listed_unit_id=listed)
    likely = [
        Receiver(str(unit.pk), own.role, unit.name, _instead(str(unit.pk) == listed), str(unit.pk) == listed)
        for unit in _near(patient)
        if str(unit.pk) not in known and ROLE_OF_KIND.get(unit.kind) == own.role
    ]
    return sorted(likely, key=lambda item: not item.is_chosen)[:MOST]


def letter_of(role: str) -> str:
    """Return the letter that stands for a role: K, V or Ö."""
    if role in MUNICIPAL_ROLES:
        return "K"
    return "V" if role == "primary_care" else "Ö"


def _near(patient: Patient) -> list[Unit]:
    wanted = Q(pk=UUID(patient.listed_unit_id)) if patient.listed_unit_id else Q()
    if patient.municipality:
        wanted |= Q(kind__in=NEAR_KINDS, municipality_code=patient.municipality)
    return list(open_units().filter(wanted).order_by("name")) if wanted else []


def _candidate(unit: Unit) -> Candidate:
    return Candidate(str(unit.pk), unit.kind, unit.municipality_code, unit.care_form)


def _why(item: Proposal) -> str:
    why = item.why[:1].upper() + item.why[1:]
    return f"{why} · krävs av lagen när kommunal hälso- och sjukvård kan behövas" if item.locked else why


def _instead(is_listed: bool) -> str:
    return "Personen är listad här" if is_listed else "Ligger i folkbokföringskommunen"


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
