"""The access log's table: append-only by trigger."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models


class Entry(models.Model):
    """One look: who, on which assignment, what kind of view, which patients were shown. Never names or numbers."""

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    user_id = models.UUIDField(null=True)
    assignment_id = models.UUIDField(null=True)
    unit_id = models.UUIDField(null=True)
    principal_id = models.UUIDField(null=True)
    action = models.CharField(max_length=60)
    channel = models.CharField(max_length=10)
    case_id = models.UUIDField(null=True)
    person_ids = ArrayField(models.UUIDField())
    request_id = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes = [
            GinIndex(fields=["person_ids"], name="access_by_person", fastupdate=True),
            models.Index(fields=["unit_id", "at"], name="access_by_unit"),
        ]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.action} {self.at:%Y-%m-%d %H:%M}"
