"""Skrivs planen här? Whether a version of it has been locked, so that it is not written in again by hand."""

from uuid import UUID

from django.db.models import Q

from sip.models import Plan
from sip.rules.document.facts import DocumentFacts
from sip.rules.document.fold_document import fold_document

from .plan_facts import own_events


def written_here(subject_id: UUID) -> DocumentFacts:
    """Return the document of the plan that a case, or a plan outside hospital, carries; an empty one if none."""
    plan_id = (
        Plan.objects.filter(Q(case_id=subject_id) | Q(pk=subject_id)).values_list("pk", flat=True).first()
    )
    return fold_document(own_events(plan_id)) if plan_id else DocumentFacts()
