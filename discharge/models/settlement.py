"""Avräknade månader: which months are closed between a region and a municipality that pays. A function of events."""

import pgtrigger
from django.db import models


class SettledMonth(models.Model):
    """One closed month; ``month`` is its first day. The lines stand in ``settlement_closed`` of each case."""

    region_code = models.CharField(max_length=4)
    payer_code = models.CharField(max_length=4)
    month = models.DateField()
    closed_at = models.DateTimeField()
    closed_by = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["region_code", "payer_code", "month"], name="a_month_is_settled_once"
            )
        ]
        triggers = [
            pgtrigger.Protect(
                name="a_settled_month_never_changes", operation=pgtrigger.Update | pgtrigger.Delete
            )
        ]

    def __str__(self) -> str:
        return f"{self.region_code} {self.payer_code} {self.month:%Y-%m}"
