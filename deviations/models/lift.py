"""Lyft: deviations that a group above the two units looks at together, with measures; a picture of its own events."""

import uuid

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from lus.organisations.models import Unit

from .masked import only_masked
from .report import Deviation

FROZEN = ["lift", "event_id", "kind", "author_role", "author_unit_name", "at", "not_personal"]


class Lift(models.Model):
    """``id`` is also its stream. ``group``: the unit of kind ``cooperation`` that has it; ``level`` of ``LIFT_LEVELS``.

    ``groups``: all that have had it, today's too. ``state``: a key of ``LIFT_STATES``.
    """

    id = models.UUIDField(primary_key=True)
    reference = models.CharField(max_length=12, unique=True)
    county = models.CharField(max_length=2)
    level = models.CharField(max_length=10)
    group = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    groups = ArrayField(models.UUIDField())
    state = models.CharField(max_length=10)
    agenda_on = models.DateField(null=True)
    opened_at = models.DateTimeField()
    deviations = models.ManyToManyField(Deviation, related_name="lifts")

    class Meta:
        indexes = [models.Index(fields=["county", "-opened_at"], name="lifts_of_a_county")]

    def __str__(self) -> str:
        return self.reference


class LiftEntry(models.Model):
    """One text, said with one event of a lift: why, what to do, what came of it. Only masked, as in the dialogue."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    lift = models.ForeignKey(Lift, models.PROTECT, related_name="entries")
    event_id = models.UUIDField(unique=True)
    kind = models.CharField(max_length=20)
    author_role = models.CharField(max_length=40, blank=True)
    author_unit_name = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    text = models.TextField()
    not_personal = ArrayField(models.CharField(max_length=20), default=list)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="a_lift_is_told_in_words")]
        triggers = [
            pgtrigger.ReadOnly(name="lift_said_once", fields=FROZEN),
            only_masked("lift_said_or_masked", "text"),
            pgtrigger.Protect(name="lift_never_unsaid", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.at:%Y-%m-%d %H:%M}"
