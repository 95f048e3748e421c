"""Mottagare av inskrivningsmeddelandet, LUS 2 kap. 1–2 §§: whom to propose, who must be there, what it may hold."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from .facts import OUTPATIENT_ROLES, PSYCHIATRIC_CARE
from .refusal import Refusal
from .routing import Asked, Routed, Rule, route

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
    """What routing may know. ``municipality``: code, with its name; "" = unknown. ``age`` in years, if known.

    ``district``: by name, where the municipality has districts.
    """

    municipality: str = ""
    municipality_name: str = ""
    listed_unit_id: str | None = None
    age: int | None = None
    district: str = ""
    legal_status: str = ""
    is_protected: bool = False


@dataclass(frozen=True, slots=True)
class Expected:
    """What the patient may need after the stay (kan behöva)."""

    municipal_health: bool = False
    social_services: bool = False
    outpatient: bool = False


@dataclass(frozen=True, slots=True)
class Directory:
    """Where cases go near the patient. ``rules``: by route, in order; ``kinds``: of the units that are open, by id."""

    rules: Mapping[str, Sequence[Rule]]
    kinds: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Proposal:
    """``why`` is Swedish and stands beside the unit. ``locked``: the statute demands this kind of recipient."""

    unit_id: str
    role: str
    why: str
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Proposed:
    """``trouble``: Swedish, when the rules lead to nobody: what is so and what to do."""

    units: list[Proposal]
    trouble: str = ""


def propose(patient: Patient, needs: Expected, care_form: str, directory: Directory) -> Proposed:
    """Return whom to tell: the municipality, the listed primary care, and psychiatry for its own patients.

    With protected identity nothing is proposed from the address: those units are chosen by hand. The same when no
    rule says where to: a guess would send the notice wrong, so ``trouble`` tells what to do.
    """
    found: list[Proposal] = []
    trouble = ""
    if needs.municipal_health or needs.social_services:
        routed = _routed("municipality", patient, needs, care_form, directory)
        found += _proposals(routed, directory)
        trouble = _trouble(routed, patient)
    found += _primary_care(patient, needs, directory)
    if care_form in PSYCHIATRIC_CARE:
        found += _proposals(_routed("psychiatry", patient, needs, care_form, directory), directory)
    return Proposed(list({item.unit_id: item for item in found}.values()), trouble)


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


def asked_of(patient: Patient, needs: Expected, care_form: str, place: str, service: str = "") -> Asked:
    """Return what the routing rules are asked about the patient. ``place`` begins the reason; ``service``: has it."""
    kinds = ("municipal_health", "social_services", "outpatient")
    return Asked(
        place.format(municipality=patient.municipality_name),
        age=patient.age,
        district=patient.district,
        services=frozenset({service} if service else ()),
        care_form=care_form,
        legal_status=patient.legal_status,
        needs=frozenset(kind for kind in kinds if getattr(needs, kind)),
    )


PLACES: Final[dict[str, str]] = {
    "municipality": "folkbokförd i {municipality}",
    "psychiatry": "psykiatrisk öppenvård för {municipality}",
}


def _routed(
    which: str, patient: Patient, needs: Expected, care_form: str, directory: Directory
) -> Routed | None:
    if patient.is_protected or not patient.municipality:
        return None
    asked = asked_of(patient, needs, care_form, PLACES[which])
    return route(directory.rules.get(which, ()), asked, directory.kinds)


def _proposals(routed: Routed | None, directory: Directory) -> Iterator[Proposal]:
    if routed is not None and routed.to is not None:
        kind = directory.kinds[routed.to.target_id]
        yield Proposal(routed.to.target_id, ROLE_OF_KIND.get(kind, "municipality"), routed.to.why)


def _trouble(routed: Routed | None, patient: Patient) -> str:
    if routed is None or routed.to is not None:
        return ""
    where = patient.municipality_name or "folkbokföringskommunen"
    if routed.closed:
        return f"Enheten som tog emot för {where} är nedlagd. Välj en annan enhet nedan, eller ring kommunen."
    return f"Ingen mottagare är registrerad för {where}. Välj enheten i listan nedan, eller ring kommunen."


def _primary_care(patient: Patient, needs: Expected, directory: Directory) -> Iterator[Proposal]:
    listed = patient.listed_unit_id or ""
    if listed in directory.kinds and (needs.outpatient or needs.municipal_health):
        role = ROLE_OF_KIND.get(directory.kinds[listed], "primary_care")
        yield Proposal(listed, role, "listad här", needs.municipal_health)
