"""Utkorgen för kalenderfiler: one file to one mailbox, what it says, and how far it has come."""

import uuid

from django.db import models
from django.db.models import Q

from lus.notifications.models import OutboxState

from .meeting import Meeting


class InvitationRow(models.Model):
    """One calendar file. What it says is written down here, so that one that is sent late says what it said then.

    ``status`` "" in a file to somebody who was taken away. States and lease as ``lus.notifications.models.OutboxRow``.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="invitations")
    mailbox = models.EmailField()
    organizer = models.EmailField()
    method = models.CharField(max_length=10)
    status = models.CharField(max_length=10, blank=True)
    sequence = models.PositiveIntegerField()
    starts_at = models.DateTimeField()
    duration_min = models.PositiveSmallIntegerField()
    place_kind = models.CharField(max_length=15)
    is_cancelled = models.BooleanField()
    made_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=OutboxState.choices, default=OutboxState.PENDING)
    due_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    fence = models.PositiveIntegerField(default=0)
    lease_until = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "mailbox", "sequence", "method"], name="one_file_of_each_number"
            )
        ]
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=Q(state__in=["pending", "sending"]),
                name="invitations_unfinished",
            )
        ]

    def __str__(self) -> str:
        return f"{self.method} {self.sequence} {self.state}"
