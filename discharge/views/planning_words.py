"""*Planering* on the case page: a composition of parts, each with words of its own. A new part is a new row here."""

from datetime import datetime
from typing import Any

from discharge.queries.case_page import CasePage
from lus.organisations.actor import Actor

from .home_ready_words import home_ready_section
from .waiting_words import waiting_section


def planning_section(page: CasePage, viewer: Actor, acts: list[str], at: datetime) -> dict[str, Any]:
    """Return the words of every part by its name. ``acts``: what the viewer's unit can do now."""
    return {
        "home": home_ready_section(page, viewer, acts, at),
        "waiting": waiting_section(page, viewer, acts, at),
    }
