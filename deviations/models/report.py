"""Avvikelseregistret: what was reported between units. No name of a reporter, no name or number of a patient."""

import uuid

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from lus.organisations.models import Unit

from .masked import only_masked

FROZEN = [
    "number",
    "taxonomy",
    "registered_at",
    "reporting_unit",
    "reporter_role",
    "reporter_account",
    "direction",
    "event_date",
    "care_form",
    "process_step",
    "code_reported",
    "consequence",
    "delay_days",
    "patient_consent",
    "other_duty",
    "not_personal",
    "case_id",
    "county",
    "kind",
    "routine",
    "severity",
    "likelihood",
    "age_band",
    "sex",
    "flags",
    "copy_units",
]
# Written by the reporter: frozen too, but for what is masked afterwards.
WRITTEN = ["code_words", "own_ref", "description", "immediate_action", "suggestion", "routine_words"]


class NumberSeries(models.Model):
    """The last number given in a year: ``AV-2026-000123`` is 123 of 2026."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    last = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.year}: {self.last}"


class Deviation(models.Model):
    """Avvikelse: one event between two units. What the reporter wrote is frozen when it is registered.

    ``reporter_account``: for the reporter's own sight of it, shown to nobody. ``case_id``: opened only by those who
    may read that case already. ``not_personal``: kinds that the guard asked about and the reporter answered for.

    ``state``, ``addressed_unit``, ``code_analysed``, ``former_units`` and ``turn_*`` (the most urgent duty: its code,
    unit and limit) follow from the events of its own stream, ``id``; one writer keeps them
    (``deviations/actions/picture.py``).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(max_length=14, unique=True)
    state = models.CharField(max_length=20, default="registered")
    taxonomy = models.CharField(max_length=8)
    registered_at = models.DateTimeField()
    reporting_unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    reporter_role = models.CharField(max_length=20)
    reporter_account = models.UUIDField()
    addressed_unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    direction = models.CharField(max_length=30)
    event_date = models.DateField()
    care_form = models.CharField(max_length=30)
    process_step = models.PositiveSmallIntegerField()
    code_reported = models.CharField(max_length=6)
    code_words = models.CharField(max_length=200, blank=True)
    consequence = models.CharField(max_length=20)
    delay_days = models.PositiveSmallIntegerField(null=True)
    patient_consent = models.CharField(max_length=15)
    other_duty = models.CharField(max_length=10)
    own_ref = models.CharField(max_length=40, blank=True)
    description = models.TextField()
    immediate_action = models.TextField(blank=True)
    suggestion = models.TextField(blank=True)
    not_personal = ArrayField(models.CharField(max_length=20), default=list)
    case_id = models.UUIDField(null=True)
    kind = models.CharField(max_length=10, default="individual")
    routine = models.CharField(max_length=10, blank=True)
    routine_words = models.CharField(max_length=200, blank=True)
    severity = models.PositiveSmallIntegerField(null=True)
    likelihood = models.PositiveSmallIntegerField(null=True)
    age_band = models.CharField(max_length=10, default="not_stated")
    sex = models.CharField(max_length=10, default="not_stated")
    flags = ArrayField(models.CharField(max_length=20), default=list)
    copy_units = ArrayField(models.UUIDField(), default=list)
    county = models.CharField(max_length=2, blank=True)
    code_analysed = models.CharField(max_length=6, blank=True)
    lift_level = models.CharField(max_length=10, blank=True)
    former_units = ArrayField(models.UUIDField(), default=list)
    turn_code = models.CharField(max_length=60, blank=True)
    turn_unit_id = models.UUIDField(null=True)
    turn_due_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(reporting_unit=F("addressed_unit")), name="a_deviation_goes_to_another_unit"
            ),
            models.CheckConstraint(
                condition=Q(delay_days__isnull=True) | Q(delay_days__range=(1, 365)),
                name="a_delay_is_1_to_365_days",
            ),
            models.CheckConstraint(
                condition=~Q(kind="systematic") | Q(case_id__isnull=True),
                name="a_systematic_fault_has_no_case",
            ),
        ]
        indexes = [
            models.Index(fields=["reporting_unit", "-registered_at"], name="deviations_sent"),
            models.Index(fields=["addressed_unit", "-registered_at"], name="deviations_received"),
            models.Index(fields=["county", "-registered_at"], name="deviations_of_a_county"),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="frozen_at_registration", fields=FROZEN),
            only_masked("written_or_masked", *WRITTEN),
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.number
