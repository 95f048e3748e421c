"""Local versions of the home-ready checklist as dated rows. The common one comes with the product (docs/adr/0040)."""

import pgtrigger
from django.db import models


class ChecklistVersion(models.Model):
    """Lokal checklista: ``text`` is the CSV as it was loaded. A version never changes; a change is a new key.

    Cases that begin in the region on or after ``valid_from`` get it; a case keeps the version it began with.
    """

    key = models.CharField(max_length=30, primary_key=True)
    region_code = models.CharField(max_length=4)
    valid_from = models.DateField()
    text = models.TextField()

    class Meta:
        triggers = [
            pgtrigger.Protect(name="a_checklist_never_changes", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return self.key
