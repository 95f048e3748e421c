"""Hur många koder: what has been given out for each subject, whatever became of it."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Count

from .models import OneTimeCode


def given_out(purpose: str, subject_ids: Collection[UUID]) -> dict[UUID, int]:
    """Return ``{subject_id: number of codes}`` in one statement; 0 for a subject without any."""
    counted = OneTimeCode.objects.filter(purpose=purpose, subject_id__in=subject_ids)
    found = dict(counted.values_list("subject_id").annotate(Count("pk")).order_by())
    return {subject_id: found.get(subject_id, 0) for subject_id in subject_ids}
