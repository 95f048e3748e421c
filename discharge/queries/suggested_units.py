"""Vem kan vara rätt mottagare?: the routing run again with what the register says now and why the unit was wrong."""

from datetime import date

from discharge.rules.recipients import ROLE_OF_KIND, Expected, Patient, propose
from discharge.rules.right_recipient import Near, right_recipients
from lus.organisations.actor import Actor
from lus.organisations.models import Unit

from .case_page import CasePage
from .directory import directory_of
from .recipients import Receiver, municipality_name, near_units
from .shown_person import age_on


def suggested_units(page: CasePage, viewer: Actor, reason: str = "", *, on: date) -> list[Receiver]:
    """Return at most three units that may be meant instead of the viewer's own, the surest one ticked.

    ``reason``: a key of ``report_wrong_recipient.REASONS``, or "" before one is chosen. A protected person's units
    are never guessed: they would tell where somebody lives.
    """
    own, person = page.facts.unit(str(viewer.unit_id)), page.case.person
    if own is None or person.is_protected:
        return []
    known = {unit.unit_id for unit in page.facts.units}
    here = page.units[own.unit_id].municipality_code or page.facts.registered_municipality
    patient = _patient(page, on)
    units, hits = _routed(patient, page, on)
    units |= {str(unit.pk): unit for unit in near_units(Patient(municipality=here))}
    near = [
        _near(unit, hits.get(unit_id, ""), patient, here)
        for unit_id, unit in units.items()
        if unit_id not in known and ROLE_OF_KIND.get(unit.kind) == own.role
    ]
    found = right_recipients(reason, near)
    return [
        Receiver(unit_id, own.role, units[unit_id].name, why, _is_sure(unit_id, hits, patient))
        for unit_id, why in found
    ]


def _patient(page: CasePage, on: date) -> Patient:
    """The register as it is now; the case keeps what it was when it was opened."""
    person = page.case.person
    code = person.registered_municipality or page.facts.registered_municipality
    return Patient(
        municipality=code,
        municipality_name=municipality_name(code),
        listed_unit_id=str(person.listed_unit_id or "") or None,
        age=age_on(person.birth_date, on),
        district=person.district,
        legal_status="" if page.facts.legal_status == "none" else page.facts.legal_status,
    )


def _routed(patient: Patient, page: CasePage, on: date) -> tuple[dict[str, Unit], dict[str, str]]:
    directory, units = directory_of(patient, near_units(patient), on=on)
    # What was judged about needs stays with the ward, so a reason must not tell it either.
    needs = Expected(municipal_health=True, social_services=True, outpatient=True)
    found = propose(patient, needs, page.facts.care_form, directory).units
    return units, {item.unit_id: item.why for item in found if item.unit_id != patient.listed_unit_id}


def _near(unit: Unit, hit: str, patient: Patient, here: str) -> Near:
    return Near(
        str(unit.pk),
        unit.name,
        hit=hit,
        is_listed=str(unit.pk) == patient.listed_unit_id,
        is_here=unit.municipality_code == here,
        place=patient.municipality_name if unit.municipality_code == patient.municipality else "",
    )


def _is_sure(unit_id: str, hits: dict[str, str], patient: Patient) -> bool:
    return unit_id in hits or unit_id == patient.listed_unit_id
