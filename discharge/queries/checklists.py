"""Checklistans versioner: the common list comes with the product, local versions from the table. None ever changes."""

from datetime import date
from functools import cache

from discharge.models import ChecklistVersion
from discharge.rules.home_ready.checklist import STANDARD, Checklist
from discharge.rules.home_ready.read_checklist import read_checklist
from discharge.rules.home_ready.shipped import FILES, shipped


def checklist_of(key: str) -> Checklist:
    """Return the version that a case has. Raises ChecklistVersion.DoesNotExist for a key nobody has loaded."""
    return shipped(key) if key in FILES else _stored(key)


@cache
def _stored(key: str) -> Checklist:
    # A stored version never changes (the database refuses it), so each process reads it once.
    return read_checklist(key, ChecklistVersion.objects.get(key=key).text)


def checklist_on(region_code: str, day: date) -> str:
    """Return the key of the version that a case in the region begins with on ``day``."""
    found = (
        ChecklistVersion.objects.filter(region_code=region_code, valid_from__lte=day)
        .order_by("-valid_from", "-key")
        .values_list("key", flat=True)
        .first()
    )
    return found or STANDARD
