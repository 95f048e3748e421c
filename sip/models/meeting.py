"""Mötena: one row for each meeting of a plan, and one for each who was called to it. Written from the events."""

from django.db import models
from django.db.models import Q

from lus.organisations.models import Unit

from .plan import Plan


class Meeting(models.Model):
    """SIP-möte. ``id``: drawn for the meeting alone, and the only thing that a calendar file knows it by.

    ``state``: ``called``, ``held`` or ``cancelled``; ``kind``: ``first`` or ``follow_up``. ``starts_at`` is empty
    in a summons on paper that named no time.
    """

    id = models.UUIDField(primary_key=True)
    plan = models.ForeignKey(Plan, models.CASCADE, related_name="meetings")
    summoned_by = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    summoned_at = models.DateTimeField()
    kind = models.CharField(max_length=10)
    state = models.CharField(max_length=10)
    starts_at = models.DateTimeField(null=True)
    duration_min = models.PositiveSmallIntegerField()
    place_kind = models.CharField(max_length=15, blank=True)
    place = models.CharField(max_length=120, blank=True)
    video_url = models.CharField(max_length=500, blank=True)
    phone = models.CharField(max_length=60, blank=True)
    reply_by = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["plan"], condition=Q(state="called"), name="one_meeting_ahead_in_a_plan"
            )
        ]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.state}"


class Participant(models.Model):
    """One who is called. ``unit`` of a unit, else empty; what one is called and how one is reached is in the event.

    ``answer``: "" = none yet; ``came``: "" before the meeting; ``is_called``: False when taken away again.
    """

    id = models.UUIDField(primary_key=True)
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="participants")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=15)
    required = models.BooleanField()
    answer = models.CharField(max_length=15, blank=True)
    answered_at = models.DateTimeField(null=True)
    came = models.CharField(max_length=15, blank=True)
    is_called = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "unit"],
                condition=Q(unit__isnull=False, is_called=True),
                name="a_unit_is_called_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.kind}"
