"""Spärrade händelser: what the lists and the feeds leave out, so that they need not fold a case to know it."""

from django.db import models

from .cases import Case


class BlockedEvent(models.Model):
    """An event that a block in force hides. ``unit_id``: the unit that alone is told of it; null = none is.

    A function of the case's events, as every other table here; ``verify_cases`` proves it.
    """

    event_id = models.UUIDField(primary_key=True)
    case = models.ForeignKey(Case, models.CASCADE, related_name="+")
    unit_id = models.UUIDField(null=True)

    def __str__(self) -> str:
        return str(self.pk)
