"""Det som sägs om en avvikelse efter rapporten: one row for each text, never changed, never deleted, only masked."""

import uuid

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from .masked import only_masked
from .report import Deviation

FROZEN = [
    "deviation",
    "event_id",
    "kind",
    "author_side",
    "author_role",
    "author_unit_id",
    "author_unit_name",
    "at",
    "not_personal",
]


class DeviationEntry(models.Model):
    """One text, said with one event. ``kind``: a key of ``ENTRY_KINDS``; ``author_side``: reporter, receiver, county.

    ``author_role``: of the assignment, never a name. ``not_personal``: kinds that the author answered for.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    deviation = models.ForeignKey(Deviation, models.PROTECT, related_name="entries")
    event_id = models.UUIDField()
    kind = models.CharField(max_length=20)
    author_side = models.CharField(max_length=10)
    author_role = models.CharField(max_length=40, blank=True)
    author_unit_id = models.UUIDField(null=True)
    author_unit_name = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    text = models.TextField()
    not_personal = ArrayField(models.CharField(max_length=20), default=list)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="an_entry_says_something"),
            models.UniqueConstraint(fields=["event_id", "kind"], name="an_event_says_a_thing_once"),
        ]
        indexes = [models.Index(fields=["deviation", "at"], name="said_in_a_deviation")]
        triggers = [
            pgtrigger.ReadOnly(name="said_once", fields=FROZEN),
            only_masked("said_or_masked", "text"),
            pgtrigger.Protect(name="never_unsaid", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.at:%Y-%m-%d %H:%M}"
