"""Sparade vyer: a choice on a list with a name, of one person or of the whole unit. Holds filters and columns only."""

import re
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from lus.organisations.actor import Actor
from lus.refusals import InvalidInput

from .models import SavedView

LONGEST_NAME = 40
AT_MOST = 20  # of one person at one unit
_A_NUMBER = re.compile(r"\d{6}")  # the beginning of a birth date


# Written by hand: each board asks it, and building it anew costs more than running it.
VIEWS = """
SELECT * FROM web_savedview WHERE unit_id = %(unit)s AND (is_shared OR user_id = %(user)s) ORDER BY name
"""


def views_for(viewer: Actor) -> list[SavedView]:
    """Return the viewer's own views at this unit and those of the unit, by name."""
    return list(SavedView.objects.raw(VIEWS, {"unit": viewer.unit_id, "user": viewer.user_id}))


def save_view(viewer: Actor, *, name: str, choice: list[tuple[str, str]], shared: bool) -> SavedView:
    """Keep a choice under ``name``; the same name of the same person is replaced. ``choice``: allowed pairs."""
    assert viewer.user_id
    assert viewer.unit_id
    said = " ".join(name.split())
    if not said or len(said) > LONGEST_NAME:
        raise InvalidInput(f"Ge vyn ett namn på högst {LONGEST_NAME} tecken.", field="name")
    if _A_NUMBER.search(said):
        raise InvalidInput("Vyns namn får inte innehålla personnummer. Skriv vad vyn visar.", field="name")
    own = _at_unit(viewer).filter(user_id=str(viewer.user_id))
    if own.exclude(name=said).count() >= AT_MOST:
        raise InvalidInput(f"Ni kan ha högst {AT_MOST} vyer. Ta bort en först.", field="name")
    return SavedView.objects.update_or_create(
        unit_id=viewer.unit_id,
        user_id=viewer.user_id,
        name=said,
        defaults={"is_shared": shared, "choice": {"pairs": [list(pair) for pair in choice]}},
    )[0]


def remove_view(viewer: Actor, view_id: UUID) -> bool:
    """Remove a view that the person has made at this unit; tell whether there was one."""
    return _at_unit(viewer).filter(pk=view_id, user_id=str(viewer.user_id)).delete()[0] > 0


def pairs_of(view: SavedView) -> list[tuple[str, str]]:
    """Return the saved choice as pairs of an address."""
    stored: dict[str, Any] = view.choice
    return [(key, value) for key, value in stored.get("pairs", [])]


def _at_unit(viewer: Actor) -> QuerySet[SavedView]:
    return SavedView.objects.filter(unit_id=str(viewer.unit_id))
