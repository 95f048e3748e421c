"""Avdelningar: where a patient can be moved inside the hospital, and where to another one."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

from discharge.rules.facts import CaseFacts
from lus.organisations.models import Unit, UnitKind

SAME_CASE = "same_case"


@dataclass(frozen=True, slots=True)
class WardChoice:
    """A ward that may be chosen. ``hospital`` is the name of the unit above it, or ""."""

    unit_id: str
    name: str
    hospital: str


def ward_of(unit_id: UUID | str) -> Unit | None:
    """Return the ward, with what it belongs to, unless it has closed; None for anything that is no open ward."""
    found = Unit.objects.filter(pk=unit_id, kind=UnitKind.WARD, closed_on__isnull=True)
    return found.select_related("principal", "parent").first()


def keeps_the_case(ours: Unit, other: Unit) -> bool:
    """Whether a move between the wards keeps the case: the same hospital and kind of care.

    The setting ``transfer_between_providers`` may say that a move to another hospital does so too (tolkning).
    """
    if ours.care_form != other.care_form:
        return False
    if settings.LUS_TRANSFER_BETWEEN_PROVIDERS == SAME_CASE:
        return True
    return ours.parent_id is not None and ours.parent_id == other.parent_id


def wards_to_move_to(facts: CaseFacts, *, keeping: bool) -> list[WardChoice]:
    """Return the open wards but the case's own, by hospital and name. ``keeping``: those that keep the case."""
    wards = list(
        Unit.objects.filter(kind=UnitKind.WARD, closed_on__isnull=True)
        .select_related("parent")
        .order_by("parent__name", "name")
    )
    ours = next((ward for ward in wards if str(ward.pk) == facts.ward_id), None)
    if ours is None:
        return []
    return [
        WardChoice(str(ward.pk), ward.name, ward.parent.name if ward.parent else "")
        for ward in wards
        if ward.pk != ours.pk and keeps_the_case(ours, ward) == keeping
    ]
