"""Planerna: one row for each joint plan, as lists show it. What a plan says is in its events (docs/adr/0060)."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from lus.organisations.models import Unit
from lus.persons.models import Person

LIVING = Q(closed_at__isnull=True)
AWAITED = models.Func("awaited", function="CARDINALITY", output_field=models.IntegerField())


class Plan(models.Model):
    """Samordnad individuell plan. ``id`` is also its own stream of events.

    ``case``: the discharge that it is made in; then the offer, the summons and the answers stand in that case's
    stream, else in the plan's own. ``led_by``: the unit that calls and leads, when there is one. ``asked``: how many
    units are called to the meeting ahead; ``awaited``: those that have not answered. ``state``: a key of
    ``STATE_WORDS``. ``version`` 0: nothing established yet.
    """

    id = models.UUIDField(primary_key=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    case = models.OneToOneField("discharge.Case", models.PROTECT, null=True, related_name="+")
    origin = models.CharField(max_length=10)
    reference = models.CharField(max_length=12)
    led_by = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    opened_at = models.DateTimeField()
    state = models.CharField(max_length=25)
    needed = models.BooleanField(null=True)
    consent = models.CharField(max_length=10)
    meeting_at = models.DateTimeField(null=True)
    asked = models.PositiveSmallIntegerField(default=0)
    awaited = ArrayField(models.UUIDField(), default=list)
    responsible = models.CharField(max_length=15, blank=True)
    follow_up_on = models.DateField(null=True)
    version = models.PositiveSmallIntegerField(default=0)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(case__isnull=False, origin="discharge")
                | Q(case__isnull=True, led_by__isnull=False),
                name="a_plan_has_a_case_or_a_unit_that_leads",
            ),
            models.CheckConstraint(condition=Q(asked__gte=AWAITED), name="only_the_asked_are_awaited"),
        ]
        indexes = [
            models.Index(fields=["meeting_at"], condition=LIVING, name="open_plans_by_meeting"),
            models.Index(fields=["person"], condition=LIVING, name="open_plans_of_a_person"),
        ]

    def __str__(self) -> str:
        return self.reference


class PlanUnit(models.Model):
    """A unit that takes part in a plan outside hospital. In a discharge the case's own units take part."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="units")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    role = models.CharField(max_length=25)
    state = models.CharField(max_length=20)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "unit"], name="a_unit_is_in_a_plan_once")]
        indexes = [models.Index(fields=["unit", "plan"], name="plans_of_a_unit")]

    def __str__(self) -> str:
        return f"{self.unit_id} in {self.plan_id}"
