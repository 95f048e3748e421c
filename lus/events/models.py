"""The record's tables: streams (one per case), events, and the change feed in commit order."""

import uuid

import pgtrigger
from django.db import models
from django.db.models import F, Q

FEED_LOCK = 7_201_612  # advisory lock: positions are given in commit order while it is held


class Stream(models.Model):
    """The events of one case. ``last_seq`` is also the version that pages and clients compare with."""

    id = models.UUIDField(primary_key=True)
    last_seq = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.pk}@{self.last_seq}"


class Event(models.Model):
    """Something that happened. Never edited: a correction is a new event that points at the old one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_id = models.UUIDField()
    seq = models.PositiveIntegerField()
    name = models.CharField(max_length=60)
    happened_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    actor_kind = models.CharField(max_length=10)
    actor_name = models.CharField(max_length=120)
    user_id = models.UUIDField(null=True)
    assignment_id = models.UUIDField(null=True)
    unit_id = models.UUIDField(null=True)
    unit_name = models.CharField(max_length=120, blank=True)
    source = models.CharField(max_length=10)
    corrects_id = models.UUIDField(null=True)
    data = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case_id", "seq"], name="events_are_numbered_within_the_case"),
            models.CheckConstraint(
                condition=Q(happened_at__lte=F("recorded_at")), name="an_event_happens_before_it_is_recorded"
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="into_the_feed",
                operation=pgtrigger.Insert,
                when=pgtrigger.After,
                timing=pgtrigger.Deferred,
                func=pgtrigger.Func(
                    f"PERFORM pg_advisory_xact_lock({FEED_LOCK});"
                    " INSERT INTO events_change (event_id, case_id, name) VALUES (NEW.id, NEW.case_id, NEW.name);"
                    " RETURN NULL;"
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} #{self.seq}"


class Change(models.Model):
    """The ordered change feed. Written by the database at commit, under a lock, so readers never meet a late gap."""

    position = models.BigAutoField(primary_key=True)
    event_id = models.UUIDField()
    case_id = models.UUIDField()
    name = models.CharField(max_length=60)

    class Meta:
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.position} {self.name}"
