"""Papprets serienummer: each paper form of an outage is registered once, whichever case it came to."""

from django.db import models


class PaperSerial(models.Model):
    """One serial that is used up. ``event_id``: the ``late_registration_made`` that used it."""

    serial = models.CharField(max_length=20)
    event_id = models.UUIDField()
    case_id = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["serial"], name="a_paper_serial_is_used_once")]

    def __str__(self) -> str:
        return self.serial
