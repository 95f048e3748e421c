"""Mottagare av inskrivningsmeddelandet, LUS 2 kap. 1–2 §§: whom to propose, who must be there, what it may hold."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from .facts import OUTPATIENT_ROLES, PSYCHIATRIC_CARE
from .refusal import Refusal

ROLE_OF_KIND: Final[dict[str, str]] = {
    "reception": "municipality",
    "needs_assessment": "municipality",
    "home_care": "municipality",
    "municipal_health": "municipal_health",
    "primary_care": "primary_care",
    "outpatient_psychiatry": "outpatient_psychiatry",
    "outpatient": "outpatient",
}
# The four items of 2 kap. 2 § as they are called in forms and API, and what says whom, when and to whom.
STATUTORY_FIELDS: Final = frozenset({"name", "identifier", "registered_address", "expected_discharge"})
ROUTING_FIELDS: Final = frozenset({"recipients", "needs", "need_assessed_at", "admitted_at", "seen_version"})


@dataclass(frozen=True, slots=True)
class Patient:
    """What routing may know. ``municipality``: code, with its name; "" = unknown. ``age`` in years, if known."""

    municipality: str = ""
    municipality_name: str = ""
    listed_unit_id: str | None = None
    age: int | None = None
    is_protected: bool = False


@dataclass(frozen=True, slots=True)
class Expected:
    """What the patient may need after the stay (kan behöva)."""

    municipal_health: bool = False
    social_services: bool = False
    outpatient: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit that could be told. ``care_form`` "" = any; ``ages``: first and last year of age that it serves."""

    unit_id: str
    kind: str
    municipality: str = ""
    care_form: str = ""
    ages: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """``why`` is Swedish and stands beside the unit. ``locked``: the statute demands this kind of recipient."""

    unit_id: str
    role: str
    why: str
    locked: bool = False


def propose(patient: Patient, needs: Expected, care_form: str, units: Sequence[Candidate]) -> list[Proposal]:
    """Return whom to tell: the municipality, the listed primary care, and psychiatry for its own patients.

    With protected identity nothing is proposed from the address: those units are chosen by hand. The same
    when several units fit equally: a guess would send the notice wrong.
    """
    found = [
        *_municipality(patient, needs, care_form, units),
        *_primary_care(patient, needs, units),
        *_psychiatry(patient, care_form, units),
    ]
    return list({item.unit_id: item for item in found}.values())


def check_recipients(*, municipal_health: bool, roles: Sequence[str]) -> Refusal | None:
    """Return why these recipients cannot be sent to, or None. ``roles``: the roles of the chosen units."""
    if not roles:
        said = "Ingen mottagare är vald."
        return Refusal(
            "no-recipient", "Mottagare saknas", said, "Välj minst en mottagare.", field="recipients"
        )
    if municipal_health and not OUTPATIENT_ROLES & set(roles):
        return Refusal(
            "primary-care-required",
            "Öppenvården måste vara med",
            "Kommunal hälso- och sjukvård kan behövas, men ingen enhet i regionens öppenvård är vald "
            "(LUS 2 kap. 1 §).",
            "Lägg till patientens vårdcentral eller annan öppenvård.",
            field="recipients",
        )
    return None


def check_notice_fields(keys: Collection[str], *, routing: Collection[str] = ()) -> Refusal | None:
    """Return the refusal that names the first field beyond the closed list, or None.

    ``routing``: more fields of the caller that steer the sending and are not shown to anybody.
    """
    allowed = STATUTORY_FIELDS | ROUTING_FIELDS | set(routing)
    extra = sorted(set(keys) - allowed)
    if not extra:
        return None
    return Refusal(
        "statutory-fields-only",
        "Meddelandet får bara ha lagens fyra uppgifter",
        f"Fältet {extra[0]} hör inte till inskrivningsmeddelandet: bara namn, personnummer, folkbokförings"
        "adress och beräknad utskrivning får skickas (LUS 2 kap. 2 §).",
        "Ta bort fältet. Mer information skickas i ett annat meddelande, med samtycke eller annat rättsligt stöd.",
        field=extra[0],
    )


def _municipality(
    patient: Patient, needs: Expected, care_form: str, units: Sequence[Candidate]
) -> Iterator[Proposal]:
    if needs.municipal_health or needs.social_services:
        unit = _only_one(patient, care_form, [unit for unit in units if unit.kind == "reception"])
        if unit is not None:
            ages = f", {unit.ages[0]}–{unit.ages[1]} år" if unit.ages else ""
            yield Proposal(unit.unit_id, "municipality", f"folkbokförd i {patient.municipality_name}{ages}")


def _primary_care(patient: Patient, needs: Expected, units: Sequence[Candidate]) -> Iterator[Proposal]:
    for unit in units:
        if unit.unit_id == patient.listed_unit_id and (needs.outpatient or needs.municipal_health):
            yield Proposal(
                unit.unit_id,
                ROLE_OF_KIND.get(unit.kind, "primary_care"),
                "listad här",
                needs.municipal_health,
            )


def _psychiatry(patient: Patient, care_form: str, units: Sequence[Candidate]) -> Iterator[Proposal]:
    if care_form in PSYCHIATRIC_CARE:
        clinics = [unit for unit in units if unit.kind == "outpatient_psychiatry"]
        unit = _only_one(patient, care_form, clinics)
        if unit is not None:
            why = f"psykiatrisk öppenvård för {patient.municipality_name}"
            yield Proposal(unit.unit_id, "outpatient_psychiatry", why)


def _only_one(patient: Patient, care_form: str, units: Sequence[Candidate]) -> Candidate | None:
    if patient.is_protected or not patient.municipality:
        return None
    near = [
        unit for unit in units if unit.municipality == patient.municipality and _serves(unit, patient.age)
    ]
    fitting = [unit for unit in near if unit.care_form == care_form] or [u for u in near if not u.care_form]
    return fitting[0] if len(fitting) == 1 else None


def _serves(unit: Candidate, age: int | None) -> bool:
    return unit.ages is None or (age is not None and unit.ages[0] <= age <= unit.ages[1])
