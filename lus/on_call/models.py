"""Tables of the on-call roster: who promises what to whom, and who is on duty when. No private names or numbers."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from lus.organisations.models import Unit

from .rules.mandates import MANDATES


class OnCallGroup(models.Model):
    """Jourgrupp: an agreement on shared on-call for ``municipalities`` (official codes), kept by ``owner``."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=80)
    owner = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    municipalities = ArrayField(models.CharField(max_length=4))
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="an_on_call_agreement_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return self.name


class OnCallFunction(models.Model):
    """Jourfunktion: a number that is answered by whoever is on duty; never a private one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    group = models.ForeignKey(OnCallGroup, models.PROTECT, related_name="functions")
    label = models.CharField(max_length=80)
    phone = models.CharField(max_length=30)
    mailbox = models.EmailField(blank=True)
    backup = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")

    def __str__(self) -> str:
        return self.label


class OnCallMandate(models.Model):
    """Mandat: what a function may decide until the ordinary office opens."""

    function = models.ForeignKey(OnCallFunction, models.CASCADE, related_name="mandates")
    item = models.CharField(max_length=30, choices=list(MANDATES.items()))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["function", "item"], name="a_mandate_is_given_once")]

    def __str__(self) -> str:
        return f"{self.function_id} {self.item}"


class OnCallPromise(models.Model):
    """Utlovad tid: hours of a weekday (red days as 6, eves as 5) that the group has promised to be on call."""

    group = models.ForeignKey(OnCallGroup, models.CASCADE, related_name="promises")
    weekday = models.PositiveSmallIntegerField()
    starts = models.TimeField()
    ends = models.TimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(weekday__lte=6), name="promised_weekday_is_0_to_6"),
        ]

    def __str__(self) -> str:
        return f"{self.group_id} {self.weekday} {self.starts}-{self.ends}"


class OnCallShift(models.Model):
    """Pass: a function is on duty. Kept in UTC; shown on the clock in Sweden."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    function = models.ForeignKey(OnCallFunction, models.PROTECT, related_name="shifts")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="a_shift_ends_after_it_starts"
            )
        ]
        indexes = [models.Index(fields=["ends_at"], name="shifts_by_end")]

    def __str__(self) -> str:
        return f"{self.function_id} {self.starts_at}"


class RosterChange(models.Model):
    """What was changed in a group's roster, by whom: never edited; a change is undone by a new one."""

    group = models.ForeignKey(OnCallGroup, models.PROTECT, related_name="changes")
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=120)
    what = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.what


class RosterTask(models.Model):
    """Lucka i utlovad jour: what the group's owner has to fill; done when the hole is covered or has passed."""

    group = models.ForeignKey(OnCallGroup, models.CASCADE, related_name="tasks")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    created_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["group", "starts_at", "ends_at"],
                condition=Q(done_at__isnull=True),
                name="one_open_task_per_hole",
            )
        ]

    def __str__(self) -> str:
        return f"{self.group_id} {self.starts_at}"
