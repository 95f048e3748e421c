"""Which cases a viewer's units are party to: the one filter that every read goes through."""

from uuid import UUID

from django.db.models import QuerySet

from discharge.models import Case, CaseUnit
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import NotThere

from .known_to import LEFT


def open_cases(viewer: Actor) -> QuerySet[Case]:
    """Return the open cases that the viewer's units are at work in (index ``open_cases_of_unit``)."""
    viewer.require(Permission.SEE_CASES)
    party = CaseUnit.objects.filter(unit_id__in=viewer.unit_ids, is_open=True, lost_access_at__isnull=True)
    party = party.exclude(state__in=LEFT)
    return Case.objects.filter(pk__in=party.values("case_id"))


def readable_cases(viewer: Actor) -> QuerySet[Case]:
    """Return every case, open or closed, that the viewer's units may read."""
    viewer.require(Permission.SEE_CASES)
    party = CaseUnit.objects.filter(unit_id__in=viewer.unit_ids, lost_access_at__isnull=True)
    return Case.objects.filter(pk__in=party.values("case_id"))


def case_of(viewer: Actor, case_id: UUID) -> Case:
    """Return one case, open or closed, with person and ward. Raises NotThere for a case of others."""
    viewer.require(Permission.SEE_CASES)
    party = CaseUnit.objects.filter(case_id=case_id, unit_id__in=viewer.unit_ids, lost_access_at__isnull=True)
    case = Case.objects.select_related("person", "ward__parent").filter(pk=case_id).first()
    if case is None or not party.exists():
        raise NotThere
    return case


def person_of(case_id: UUID) -> UUID:
    """Return whose case it is: for the access log, where the act has already asked who may see it."""
    return Case.objects.values_list("person_id", flat=True).get(pk=case_id)
