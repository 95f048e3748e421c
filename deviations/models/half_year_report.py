"""Fryst halvårsrapport: what was published, as it was published. Later corrections appear in the next one."""

import uuid

import pgtrigger
from django.db import models


class HalfYearReport(models.Model):
    """One county's report of one half-year. ``content``: masked already; the hidden numbers are not in it.

    ``cut_off``: reports that were registered later are not counted. ``policy``, ``taxonomy``: the versions then.
    ``frozen_role``, ``frozen_unit_name``: of the assignment, never a name.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    county = models.CharField(max_length=2)
    half_year = models.CharField(max_length=6)
    cut_off = models.DateTimeField()
    policy = models.CharField(max_length=40)
    taxonomy = models.CharField(max_length=8)
    content = models.JSONField()
    frozen_at = models.DateTimeField()
    frozen_role = models.CharField(max_length=40)
    frozen_unit_id = models.UUIDField()
    frozen_unit_name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["county", "half_year"], name="a_half_year_is_frozen_once"),
        ]
        triggers = [
            pgtrigger.Protect(name="frozen_for_good", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.county} {self.half_year}"
