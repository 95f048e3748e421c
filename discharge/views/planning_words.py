"""*Planering* on the case page: a composition of parts. Each part is a template and its words, made in its own file.

A part that has nothing to show returns None. Add a part: one row in ``PARTS``, in the order of the page.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from discharge.queries.case_page import CasePage
from lus.organisations.actor import Actor

from .home_ready_words import home_ready_section
from .planning_adl_words import adl_part, aids_part
from .planning_basis_words import basis_part
from .planning_dates_words import dates_part
from .planning_ready_words import ready_part
from .planning_track_words import track_part
from .waiting_words import waiting_section

Words = dict[str, Any]
Part = Callable[[CasePage, Actor, list[str], datetime], Words | None]

PARTS: tuple[tuple[str, Part], ...] = (
    ("discharge/_planning_track.html", track_part),
    ("discharge/_planning_home_ready.html", home_ready_section),
    ("discharge/_planning_waiting.html", waiting_section),
    ("discharge/_planning_basis.html", basis_part),
    ("discharge/_planning_ready.html", ready_part),
    ("discharge/_planning_adl.html", adl_part),
    ("discharge/_planning_aids.html", aids_part),
    ("discharge/_planning_dates.html", dates_part),
)


def planning_section(page: CasePage, viewer: Actor, acts: list[str], at: datetime) -> Words:
    """Return ``{parts: [{template, words}], begun}``; ``acts``: what the viewer can do now."""
    made = ((template, part(page, viewer, acts, at)) for template, part in PARTS)
    return {
        "parts": [{"template": template, "words": words} for template, words in made if words],
        "begun": page.facts.admission_notice_at is not None,
    }
