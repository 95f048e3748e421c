"""Mötesfakta: one row for each SIP meeting that was held. Facts about the work, not about the person."""

import uuid

from django.db import models

from lus.organisations.models import Unit


class CountedMeeting(models.Model):
    """A held meeting, as it counts in its quarter. ``id``: of the event that tells it; the rest follows from events.

    ``facts``: fact → yes or no, what nobody told left out. No person, case or plan stands here; who is called or
    came, and what was said, stands in the plan alone.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    quarter = models.CharField(max_length=7)
    facts = models.JSONField()

    class Meta:
        indexes = [models.Index(fields=["unit", "quarter"], name="meetings_by_unit_and_quarter")]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.quarter}"
