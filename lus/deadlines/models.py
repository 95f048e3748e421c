"""What a unit owes on a case, a plan or a deviation. Rows are cancelled and replaced, never edited."""

import uuid

from django.db import models
from django.db.models import Q


class Basis(models.TextChoices):
    LAW = "law", "Lag"
    AGREEMENT = "agreement", "Överenskommelse"
    ROUTINE = "routine", "Intern rutin"


class ClockKind(models.TextChoices):
    ELAPSED = "elapsed", "Förfluten tid"
    CALENDAR = "calendar", "Kalenderdagar"
    NONE = "none", "Ingen gräns"


class Subject(models.TextChoices):
    """What the stream of a duty is about."""

    CASE = "case", "Ärende"
    PLAN = "plan", "SIP"
    DEVIATION = "deviation", "Avvikelse"


class Obligation(models.Model):
    """One duty of one unit, with its clock (``due_at`` empty = no limit is laid down).

    ``case_id``: the stream that the duty belongs to, a case's or (``subject``) a plan's or a deviation's.
    ``key`` tells duties of the same code apart (e.g. the event that shall be acknowledged).
    ``unit_id`` empty = the clock's own (a day that begins), nobody's duty.
    ``raw_due_at`` = the limit before the statutory extension; the same as ``due_at`` when nothing was extended.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_id = models.UUIDField()
    subject = models.CharField(max_length=10, choices=Subject.choices, default=Subject.CASE)
    unit_id = models.UUIDField(null=True)
    code = models.CharField(max_length=60)
    key = models.CharField(max_length=80, blank=True)
    basis = models.CharField(max_length=10, choices=Basis.choices)
    reference = models.CharField(max_length=80)
    clock = models.CharField(max_length=10, choices=ClockKind.choices)
    starts_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    raw_due_at = models.DateTimeField(null=True)
    explanation = models.CharField(max_length=300)
    created_at = models.DateTimeField()
    met_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)
    cancelled_because = models.CharField(max_length=120, blank=True)
    fired_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case_id", "code", "unit_id", "key"],
                condition=Q(cancelled_at__isnull=True),
                nulls_distinct=False,
                name="one_live_obligation_of_each_kind",
            ),
        ]
        indexes = [
            models.Index(
                fields=["unit_id", "due_at"],
                condition=Q(met_at__isnull=True, cancelled_at__isnull=True),
                name="owed_by_unit",
            ),
            models.Index(
                fields=["due_at"],
                condition=Q(fired_at__isnull=True, met_at__isnull=True, cancelled_at__isnull=True),
                name="due_and_not_fired",
            ),
            models.Index(
                fields=["unit_id", "met_at"], condition=Q(met_at__isnull=False), name="fulfilled_by_unit"
            ),
            models.Index(
                fields=["case_id"], condition=Q(cancelled_at__isnull=True), name="live_obligations_of_case"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.due_at}"
