"""Föreslagna avvikelser: what the detectors offer to the units of a case, and what the units answered."""

import uuid

from django.db import models
from django.db.models import F, Q

from deviations.models.report import Deviation
from deviations.rules.candidates.offer_states import OPEN
from lus.organisations.models import Unit


class Candidate(models.Model):
    """One offer to one unit; never sent by itself. ``values`` fill in the sentence of ``detector`` and ``wording``.

    ``so_from``: from when it is so; ``part`` tells two offers about one event apart. ``only_head``: the person has a
    protected identity. ``reason``: why it was dismissed. ``ground_changed_at``: when a correction took the ground
    away from what was reported already. No name, no text that anybody wrote.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    detector = models.CharField(max_length=4)
    case_id = models.UUIDField()
    event_id = models.UUIDField()
    part = models.CharField(max_length=6, blank=True)
    offered_unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    addressed_unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    code = models.CharField(max_length=6)
    wording = models.CharField(max_length=10, blank=True)
    values = models.JSONField(default=dict)
    so_from = models.DateTimeField()
    offered_at = models.DateTimeField()
    only_head = models.BooleanField(default=False)
    state = models.CharField(max_length=10, default="offered")
    answered_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=20, blank=True)
    deviation = models.OneToOneField(Deviation, models.PROTECT, related_name="candidate", null=True)
    ground_changed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case_id", "detector", "event_id", "part", "offered_unit", "addressed_unit"],
                name="a_ground_is_offered_once",
            ),
            models.CheckConstraint(
                condition=~Q(offered_unit=F("addressed_unit")), name="an_offer_is_about_another_unit"
            ),
            models.CheckConstraint(
                condition=Q(state="accepted", deviation__isnull=False)
                | (~Q(state="accepted") & Q(deviation__isnull=True)),
                name="an_accepted_offer_has_its_deviation",
            ),
        ]
        indexes = [
            models.Index(
                fields=["offered_unit", "-so_from"],
                condition=Q(state__in=OPEN),
                name="offers_open_at_a_unit",
            ),
            models.Index(fields=["offered_at"], condition=Q(state__in=OPEN), name="offers_that_may_expire"),
        ]

    def __str__(self) -> str:
        return f"{self.detector} {self.state}"


class CandidateWatch(models.Model):
    """A case in which a time may run out: when to look again. The row goes when there is nothing left to wait for."""

    case_id = models.UUIDField(primary_key=True)
    due_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.case_id} {self.due_at}"
