"""Fraser and bilagor: what units use to write with, and the files that go with what they wrote."""

import uuid

from django.db import models

from lus.organisations.models import Unit

from .cases import Case


class Phrase(models.Model):
    """Fras: a sentence that a unit's own staff often write. No part of any case."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="+")
    text = models.CharField(max_length=300)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [models.UniqueConstraint(fields=["unit", "text"], name="a_phrase_is_once_in_a_unit")]

    def __str__(self) -> str:
        return self.text


class Attachment(models.Model):
    """Bilaga: the bytes of a file (docs/adr/0019). Its id is that of its event, which tells everything else of it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, models.CASCADE, related_name="+")
    content = models.BinaryField()

    def __str__(self) -> str:
        return str(self.pk)
