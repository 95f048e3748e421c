"""What a unit is told: the in-app notice, and the outbox row that nudges it from outside."""

import uuid
from datetime import time

from django.db import models
from django.db.models import F, Q

from lus.organisations.models import Unit


class Notification(models.Model):
    """In-app: something new for a unit. Points at the event or the obligation that caused it.

    ``case_id`` empty: about no case (a test of a channel).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    unit_id = models.UUIDField()
    case_id = models.UUIDField(null=True)
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
    SMS = "sms", "Sms"


class Audience(models.TextChoices):
    """Whose address a nudge goes to: the unit's own, its administrator's, its head's."""

    UNIT = "unit", "Enheten"
    ADMIN = "admin", "Lokal administratör"
    HEAD = "head", "Chef"


class OutboxState(models.TextChoices):
    PENDING = "pending", "Väntar"
    SENDING = "sending", "Skickas"
    SENT = "sent", "Skickad"
    UNCERTAIN = "uncertain", "Oviss"
    FAILED = "failed", "Misslyckad"
    CANCELLED = "cancelled", "Inställd"


class Leased(models.Model):
    """What is sent outside at most once (see ``leased.py``). ``fence``: how often it has been taken."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    state = models.CharField(max_length=10, choices=OutboxState.choices, default=OutboxState.PENDING)
    due_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    fence = models.PositiveIntegerField(default=0)
    lease_until = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=80, blank=True)

    class Meta:
        abstract = True

    @classmethod
    def index_of_unfinished(cls, name: str) -> models.Index:
        """Return the index that keeps the search for what is due as short as the queue."""
        return models.Index(fields=["due_at"], condition=Q(state__in=["pending", "sending"]), name=name)


class OutboxRow(Leased):
    """One nudge to one unit by one channel."""

    notification = models.ForeignKey(Notification, models.PROTECT, related_name="outbox")
    unit_id = models.UUIDField()
    channel = models.CharField(max_length=10, choices=Channel.choices)
    audience = models.CharField(max_length=10, choices=Audience.choices, default=Audience.UNIT)
    digest = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["notification", "channel"], name="one_nudge_per_notification_and_channel"
            )
        ]
        indexes = [Leased.index_of_unfinished("outbox_unfinished")]

    def __str__(self) -> str:
        return f"{self.channel} {self.state}"


class UnitChannel(models.Model):
    """Aviseringskanal: where a unit is nudged, and when. A unit without any is nudged at its own e-mail address.

    ``opens``–``closes``: hours in Sweden for what is not urgent; ``digest``: that is gathered to 08.00 and 13.00.
    """

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="channels")
    audience = models.CharField(max_length=10, choices=Audience.choices, default=Audience.UNIT)
    channel = models.CharField(max_length=10, choices=Channel.choices)
    address = models.CharField(max_length=120)
    opens = models.TimeField(default=time(0, 0))
    closes = models.TimeField(default=time(23, 59))
    digest = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "audience", "channel"], name="one_address_per_channel"),
            models.CheckConstraint(
                condition=Q(closes__gt=F("opens")), name="a_channel_closes_after_it_opens"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.audience} {self.channel}"
