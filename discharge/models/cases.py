"""The case as lists need it. Every column is a function of the case's events; ``verify_cases`` proves it."""

import uuid

from django.db import models
from django.db.models import F, Q

from lus.organisations.models import Unit
from lus.persons.models import Person


class CareForm(models.TextChoices):
    SOMATIC_ACUTE = "somatic_acute", "Somatisk akutvård"
    GERIATRIC = "geriatric", "Geriatrik"
    PSYCHIATRIC_ADULT = "psychiatric_adult", "Vuxenpsykiatri"
    CHILD_PSYCHIATRIC = "child_psychiatric", "Barn- och ungdomspsykiatri"
    ADDICTION = "addiction", "Beroendevård"
    FORENSIC_PSYCHIATRIC = "forensic_psychiatric", "Rättspsykiatri"
    REHABILITATION = "rehabilitation", "Rehabilitering"


class Case(models.Model):
    """Ärende: one coordinated discharge of one patient from one inpatient provider.

    ``care_chain``: the id of the chain's first case; null when the case stands alone or is that first one.
    ``outside_act``: lagen omfattar inte patienten.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField(max_length=8, unique=True)
    version = models.PositiveIntegerField(default=0)
    person = models.ForeignKey(Person, models.PROTECT, related_name="cases")
    ward = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    care_form = models.CharField(max_length=30, choices=CareForm.choices)
    legal_status = models.CharField(max_length=10, default="none")
    registered_municipality = models.CharField(max_length=4, blank=True)
    care_chain = models.UUIDField(null=True)
    outside_act = models.BooleanField(default=False)

    stay = models.CharField(max_length=20)
    readiness = models.CharField(max_length=12)
    admitted_at = models.DateTimeField()
    need_assessed_at = models.DateTimeField(null=True)
    admission_notice_at = models.DateTimeField(null=True)
    expected_discharge = models.DateField(null=True)
    expected_before = models.DateField(null=True)
    expected_moves = models.PositiveSmallIntegerField(default=0)
    ready_sent_at = models.DateTimeField(null=True)
    ready_assessed_at = models.DateTimeField(null=True)
    day_zero = models.DateField(null=True)
    first_liable_day = models.DateField(null=True)
    agreement_key = models.CharField(max_length=60, blank=True)
    track = models.CharField(max_length=40, blank=True)
    care_contact_name = models.CharField(max_length=120, blank=True)
    sip_needed = models.BooleanField(null=True)
    sip_consent = models.CharField(max_length=10, default="unknown")
    summons_at = models.DateTimeField(null=True)
    sip_state = models.CharField(max_length=30, default="not_assessed")
    sip_meeting_at = models.DateTimeField(null=True)
    outpatient_clear_at = models.DateTimeField(null=True)
    handover_sent_at = models.DateTimeField(null=True)
    handover_missing = models.PositiveSmallIntegerField(default=0)
    discharged_at = models.DateTimeField(null=True)
    destination = models.CharField(max_length=20, blank=True)
    deceased_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    last_event_at = models.DateTimeField()
    # What of the home-ready list and the waiting reasons the lists show: ``actions/home_ready_picture.py``.
    home_ready_at = models.DateTimeField(null=True)
    home_ready = models.JSONField(default=dict)
    waiting_for = models.JSONField(default=list)

    # What finds a month's cases for the settlement: ``actions/settlement_picture.py``.
    payer_code = models.CharField(max_length=4, default="", blank=True)
    first_ready_on = models.DateField(null=True)
    count_ended_on = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["count_ended_on", "payer_code"],
                condition=Q(first_ready_on__isnull=False),
                name="counted_cases_by_end",
            ),
            models.Index(
                fields=["care_chain"], condition=Q(care_chain__isnull=False), name="cases_of_a_chain"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "ward"],
                condition=Q(stay__in=["admitted", "on_leave"]),
                name="one_open_stay_per_person_and_ward",
            ),
            models.CheckConstraint(
                condition=Q(discharged_at__isnull=True) | Q(discharged_at__gte=F("admitted_at")),
                name="discharged_after_admitted",
            ),
            models.CheckConstraint(
                condition=Q(ready_sent_at__isnull=True, ready_assessed_at__isnull=True)
                | Q(ready_sent_at__isnull=False, ready_assessed_at__isnull=False),
                name="a_ready_notice_has_an_assessment",
            ),
            models.CheckConstraint(
                condition=Q(day_zero__isnull=True, first_liable_day__isnull=True)
                | Q(first_liable_day__gt=F("day_zero")),
                name="first_liable_day_after_day_zero",
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class CaseUnit(models.Model):
    """Who is party to a case: the ward (role ``ward``) and every concerned unit.

    This table alone decides which units see a case. ``is_open`` follows the case and keeps the lists' index small.
    ``claimed_by``: the user who has taken the case on for this unit (*Jag tar*), shown to that unit only.
    ``lost_access_at``: set when the unit turned out to be the wrong recipient; it then sees nothing.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="units")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    role = models.CharField(max_length=30)
    state = models.CharField(max_length=20)
    told_at = models.DateTimeField(null=True)
    acknowledged_at = models.DateTimeField(null=True)
    ready_at = models.DateTimeField(null=True)
    claimed_by = models.UUIDField(null=True)
    claimed_name = models.CharField(max_length=120, blank=True)
    blank_fields = models.PositiveSmallIntegerField(default=0)
    unknown_fields = models.PositiveSmallIntegerField(default=0)
    lost_access_at = models.DateTimeField(null=True)
    is_open = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "unit"], name="a_unit_is_once_in_a_case")]
        indexes = [
            models.Index(
                fields=["unit", "case"],
                condition=Q(is_open=True, lost_access_at__isnull=True),
                name="open_cases_of_unit",
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.unit_id} {self.state}"


class Delivery(models.Model):
    """One message to one unit, and its receipt (kvittens): read, nothing more."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="deliveries")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    event_id = models.UUIDField()
    kind = models.CharField(max_length=60)
    delivered_at = models.DateTimeField()
    acknowledged_at = models.DateTimeField(null=True)
    acknowledged_by = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event_id", "unit"], name="a_message_reaches_a_unit_once")
        ]
        indexes = [
            models.Index(
                fields=["unit"], condition=Q(acknowledged_at__isnull=True), name="unacknowledged_by_unit"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} → {self.unit_id}"
