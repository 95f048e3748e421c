"""Vårdkedjan: the cases before and after one case, as far as a viewer is party to them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from discharge.models import Case, CaseUnit
from lus.organisations.actor import Actor
from lus.swedish_time import local_date

# Process page §11: an indicator only, without effect in law.
READMITTED_WITHIN = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class EarlierStay:
    """A stay that ended before another began; ``days`` between the dates."""

    case_id: UUID
    care_chain: UUID | None
    days: int


@dataclass(frozen=True, slots=True)
class ChainedCase:
    """A case of the same chain that the viewer's units are party to as well. ``hospital`` may be ""."""

    case_id: UUID
    reference: str
    ward: str
    hospital: str
    stay: str
    admitted_at: datetime


def left_recently(person_id: UUID, region_code: str, admitted_at: datetime) -> EarlierStay | None:
    """Return the patient's latest stay in the region that ended within 30 days before ``admitted_at``."""
    earlier = (
        Case.objects.filter(
            person_id=person_id,
            ward__principal__code=region_code,
            stay="discharged",
            discharged_at__lte=admitted_at,
            discharged_at__gte=admitted_at - READMITTED_WITHIN,
        )
        .order_by("-discharged_at")
        .values_list("pk", "care_chain", "discharged_at")
        .first()
    )
    if earlier is None:
        return None
    case_id, care_chain, left = earlier
    assert left is not None
    return EarlierStay(case_id, care_chain, (local_date(admitted_at) - local_date(left)).days)


def chained_cases(viewer: Actor, case: Case) -> list[ChainedCase]:
    """Return the other cases of the chain that the viewer is party to, oldest first. One statement."""
    first = case.care_chain or case.pk
    party = CaseUnit.objects.filter(
        case=OuterRef("pk"), unit_id__in=viewer.unit_ids, lost_access_at__isnull=True
    )
    found = (
        Case.objects.filter(Q(pk=first) | Q(care_chain=first), Exists(party))
        .exclude(pk=case.pk)
        .exclude(stay="entered_in_error")
        .order_by("admitted_at", "pk")
        .values_list("pk", "reference", "ward__name", "ward__parent__name", "stay", "admitted_at")
    )
    return [
        ChainedCase(pk, reference, ward, hospital or "", stay, admitted)
        for pk, reference, ward, hospital, stay, admitted in found
    ]
