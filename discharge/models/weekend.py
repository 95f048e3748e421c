"""Helglistans upplagor: which cases stood on the list when it was made. No names; the page reads them anew."""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class WeekendEdition(models.Model):
    """One edition of the list for the weekend that begins on ``friday``: ids of cases, nothing else."""

    friday = models.DateField()
    edition = models.CharField(max_length=10)
    made_at = models.DateTimeField()
    case_ids = ArrayField(models.UUIDField())

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["friday", "edition"], name="one_weekend_list_per_edition")
        ]

    def __str__(self) -> str:
        return f"{self.friday} {self.edition}"
