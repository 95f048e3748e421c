"""Kommuner som berör oss: those of the viewer's open cases, or the viewer's own. No patient leaves this file."""

from lus.organisations.actor import Actor
from lus.organisations.models import Unit
from lus.organisations.roles import Permission

from .visible import open_cases


def near_municipalities(viewer: Actor) -> list[str]:
    """Return codes in order; empty when nothing near is known."""
    own = Unit.objects.values_list("municipality_code", flat=True).get(pk=str(viewer.unit_id))
    codes = {own} if own else set()
    if viewer.may(Permission.SEE_CASES):
        found = open_cases(viewer).order_by().values_list("registered_municipality", flat=True).distinct()
        codes |= set(found)
    return sorted(code for code in codes if code)
