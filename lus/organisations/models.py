"""Tables of principals, units, users, assignments and opening hours."""

import uuid

from django.contrib.auth.models import AbstractUser
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from .roles import ROLE_LABELS
from .routing_rule import Route, RoutingChange, RoutingRule
from .video_host import VideoHost

__all__ = [
    "Assignment",
    "OpeningHours",
    "Principal",
    "PrincipalKind",
    "Route",
    "RoutingChange",
    "RoutingRule",
    "Unit",
    "UnitKind",
    "User",
    "VideoHost",
]


class PrincipalKind(models.TextChoices):
    REGION = "region", "Region"
    MUNICIPALITY = "municipality", "Kommun"


class Principal(models.Model):
    """Huvudman: a region or a municipality. ``code`` is the official county or municipality code."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=20, choices=PrincipalKind.choices)
    code = models.CharField(max_length=4)
    name = models.CharField(max_length=100)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "code"], name="one_principal_per_code")]

    def __str__(self) -> str:
        return self.name


class UnitKind(models.TextChoices):
    HOSPITAL = "hospital", "Sjukhus"
    WARD = "ward", "Avdelning"
    RECEPTION = "reception", "Kommunens mottagning"
    NEEDS_ASSESSMENT = "needs_assessment", "Biståndshandläggning"
    HOME_CARE = "home_care", "Hemtjänst"
    MUNICIPAL_HEALTH = "municipal_health", "Kommunal hälso- och sjukvård"
    PRIMARY_CARE = "primary_care", "Vårdcentral"
    OUTPATIENT_PSYCHIATRY = "outpatient_psychiatry", "Psykiatrisk öppenvård"
    OUTPATIENT = "outpatient", "Övrig öppenvård"
    FINANCE = "finance", "Ekonomi"
    COOPERATION = "cooperation", "Samverkansgrupp"


class Unit(models.Model):
    """Enhet: a ward, a reception, a primary-care unit … in a tree under its principal."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    principal = models.ForeignKey(Principal, models.PROTECT, related_name="units")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    hsa_id = models.CharField(max_length=40, unique=True)
    kind = models.CharField(max_length=30, choices=UnitKind.choices)
    name = models.CharField(max_length=120)
    municipality_code = models.CharField(max_length=4, blank=True)
    care_form = models.CharField(max_length=30, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    phone_function = models.CharField(max_length=80, blank=True)
    email = models.EmailField(blank=True)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["kind", "municipality_code"])]

    def __str__(self) -> str:
        return self.name


class User(AbstractUser):
    """A person who signs in. A user alone may do nothing: rights come from the assignment."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip() or self.username


class Assignment(models.Model):
    """Medarbetaruppdrag: this user, in this role, at this unit, during this time."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, models.PROTECT, related_name="assignments")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="assignments")
    role = models.CharField(max_length=40, choices=[(role, label) for role, label in ROLE_LABELS.items()])
    include_subunits = models.BooleanField(default=False)
    valid_from = models.DateTimeField()
    valid_to = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="assignment_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.role} {self.unit_id}"


class OpeningHours(models.Model):
    """When a unit is open on a weekday (0 = Monday). No row for a weekday = closed that day."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="opening_hours")
    weekday = models.PositiveSmallIntegerField()
    opens = models.TimeField()
    closes = models.TimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "weekday"], name="one_opening_per_weekday"),
            models.CheckConstraint(condition=Q(closes__gt=F("opens")), name="closes_after_it_opens"),
            models.CheckConstraint(condition=Q(weekday__lte=6), name="weekday_is_0_to_6"),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.weekday} {self.opens}-{self.closes}"


class EscalationLadder(models.Model):
    """Eskaleringstrappa of a unit, in minutes: the newest row counts, from when it was set."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="ladders")
    normal = ArrayField(models.PositiveIntegerField(), size=3)
    after_opening = models.PositiveIntegerField()
    urgent = ArrayField(models.PositiveIntegerField(), size=4)
    backup = models.ForeignKey(Unit, models.SET_NULL, null=True, related_name="+")
    set_at = models.DateTimeField()
    set_by = models.CharField(max_length=120)

    class Meta:
        indexes = [models.Index(fields=["unit", "-set_at"], name="newest_ladder_of_unit")]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.normal}"


class SettingChange(models.Model):
    """What was changed in a unit's own settings, when and by whom; undone by a new change."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="setting_changes")
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=120)
    what = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["unit", "-changed_at"], name="newest_changes_of_unit")]

    def __str__(self) -> str:
        return self.what


class OpeningException(models.Model):
    """One day's own hours (``opens`` and ``closes`` empty = closed that day): it stands above weekday and red day."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="opening_exceptions")
    day = models.DateField()
    opens = models.TimeField(null=True)
    closes = models.TimeField(null=True)
    note = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "day"], name="one_exception_per_day"),
            models.CheckConstraint(
                condition=Q(opens__isnull=True, closes__isnull=True) | Q(closes__gt=F("opens")),
                name="an_exception_closes_after_it_opens",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.day} {self.opens}-{self.closes}"
