"""What a unit is told: the in-app notice, and the outbox row that nudges it from outside."""

import uuid

from django.db import models
from django.db.models import Q


class Notification(models.Model):
    """In-app: something new for a unit. Points at the event or the obligation that caused it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    unit_id = models.UUIDField()
    case_id = models.UUIDField()
    cause_id = models.UUIDField()
    kind = models.CharField(max_length=60)
    urgent = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["cause_id", "unit_id", "kind"], name="a_unit_is_told_once_of_each_cause"
            )
        ]
        indexes = [models.Index(fields=["unit_id"], condition=Q(seen_at__isnull=True), name="unseen_by_unit")]

    def __str__(self) -> str:
        return f"{self.kind} → {self.unit_id}"


class Channel(models.TextChoices):
    EMAIL = "email", "E-post"


class OutboxState(models.TextChoices):
    PENDING = "pending", "Väntar"
    SENDING = "sending", "Skickas"
    SENT = "sent", "Skickad"
    UNCERTAIN = "uncertain", "Oviss"
    FAILED = "failed", "Misslyckad"
    CANCELLED = "cancelled", "Inställd"


class OutboxRow(models.Model):
    """One nudge to one unit by one channel. At most one is sent: an expired lease becomes ``uncertain``."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    notification = models.ForeignKey(Notification, models.PROTECT, related_name="outbox")
    unit_id = models.UUIDField()
    channel = models.CharField(max_length=10, choices=Channel.choices)
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
                fields=["notification", "channel"], name="one_nudge_per_notification_and_channel"
            )
        ]
        indexes = [
            models.Index(
                fields=["due_at"], condition=Q(state__in=["pending", "sending"]), name="outbox_unfinished"
            )
        ]

    def __str__(self) -> str:
        return f"{self.channel} {self.state}"
