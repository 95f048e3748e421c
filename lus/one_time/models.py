"""The table of one-time codes: what each is for and until when, never the code."""

import uuid

from django.db import models
from django.db.models import F, Q


class OneTimeCode(models.Model):
    """One code that was given out. ``subject_id``: what it opens, such as one participant of a meeting.

    ``is_used`` and no time of use: a code from a survey's pool must not tell when somebody answered.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    purpose = models.CharField(max_length=40)
    subject_id = models.UUIDField()
    code_hash = models.CharField(max_length=64, unique=True)
    valid_from = models.DateTimeField()
    valid_until = models.DateTimeField()
    is_used = models.BooleanField(default=False)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__gt=F("valid_from")), name="a_code_ends_after_it_begins"
            )
        ]
        indexes = [
            models.Index(fields=["subject_id", "purpose"], name="codes_by_subject"),
            models.Index(fields=["valid_until"], name="codes_by_end"),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.valid_until:%Y-%m-%d %H:%M}"
