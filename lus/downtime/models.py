"""Tables of the downtime kit: outages, sealed snapshots, paper forms, merged spools."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from lus.organisations.models import Unit


class Cause(models.TextChoices):
    DECIDED = "decided", "Beslutat"
    AUTOMATIC = "automatic", "Skrivningar misslyckades"
    PRACTICE = "practice", "Övning"


class Outage(models.Model):
    """Driftstopp: a span in which nothing was written, from the switch on to the switch off. One open at a time."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    cause = models.CharField(max_length=10, choices=Cause.choices)
    why = models.CharField(max_length=200)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["ended_at"],
                condition=Q(ended_at__isnull=True),
                nulls_distinct=False,
                name="one_open_outage",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("started_at")),
                name="an_outage_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.cause} {self.started_at}"


class Snapshot(models.Model):
    """Läskopia: one unit's list as it stood, sealed with the unit's key. A newer one replaces it.

    ``checked_at``: when the list was last found to say the same. ``person_ids``: for the access log, at each opening.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    unit = models.OneToOneField(Unit, models.CASCADE, related_name="+")
    code = models.CharField(max_length=8)
    made_at = models.DateTimeField()
    checked_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    digest = models.CharField(max_length=64)
    case_count = models.PositiveIntegerField()
    person_ids = ArrayField(models.UUIDField())
    page = models.BinaryField()
    pdf = models.BinaryField()

    class Meta:
        indexes = [models.Index(fields=["expires_at"], name="snapshots_by_expiry")]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.made_at}"


class PaperForm(models.Model):
    """Pappersblankett: one printed form. ``counted_at``: last seen unused in the unit's binder."""

    serial = models.CharField(primary_key=True, max_length=20)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    form = models.CharField(max_length=30)
    pack_id = models.UUIDField()
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=120)
    used_at = models.DateTimeField(null=True)
    counted_at = models.DateTimeField(null=True)
    void_at = models.DateTimeField(null=True)
    void_why = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(used_at__isnull=True) | Q(void_at__isnull=True), name="a_void_form_is_not_used"
            )
        ]
        indexes = [
            models.Index(fields=["pack_id"], name="forms_by_pack"),
            models.Index(
                fields=["unit", "made_at"],
                condition=Q(used_at__isnull=True, void_at__isnull=True),
                name="forms_at_large",
            ),
        ]

    def __str__(self) -> str:
        return self.serial


class MergedSpool(models.Model):
    """One spool file that has been brought into the access log: how far, so that a second run adds nothing."""

    first_mark = models.CharField(max_length=64, unique=True)
    last_mark = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()
    merged_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.rows} {self.merged_at}"
