"""Helgvakten i handlingarna: a date or a notice that meets a closed door brings its warning, and maybe the answer."""

from collections.abc import Iterable
from datetime import date, datetime

from discharge.queries.weekend import closed_receivers
from discharge.rules.facts import CaseFacts
from discharge.rules.weekend_guard import CHOICES
from lus.events.record import New
from lus.organisations.actor import CLOCK
from lus.organisations.queries import HoursOf
from lus.refusals import InvalidInput
from lus.swedish_time import local_date

from .free_text import tidy_text


def weekend_warning(
    about: str,
    receivers: Iterable[tuple[str, str]],
    when: date | datetime,
    choice: str = "",
    agreed_with: str = "",
    *,
    hours_of: HoursOf,
) -> list[New]:
    """Return the clock's warning when a receiver, ``(unit id, role)``, is closed then, and the answer if one is given.

    ``about``: expected_discharge, ready_notice or discharge. Never refuses for the closed door itself.
    """
    closed = closed_receivers(receivers, when, hours_of)
    if not closed:
        return []
    data = {
        "about": about,
        "day": (local_date(when) if isinstance(when, datetime) else when).isoformat(),
        "closed": [
            {"unit_id": one.unit_id, "opens_at": one.opens_at.isoformat() if one.opens_at else None}
            for one in closed
        ],
    }
    raised = New("weekend_warning_raised", data, by=CLOCK)
    return [raised, weekend_answer(choice, agreed_with)] if choice else [raised]


def receivers_of(facts: CaseFacts) -> list[tuple[str, str]]:
    """Return the units that are to take over, each with its role."""
    return [(unit.unit_id, unit.role) for unit in facts.active_units]


def weekend_answer(choice: str, agreed_with: str) -> New:
    """Return the answer. *Agreed* needs with which function; a name is not asked for."""
    if choice not in CHOICES:
        raise InvalidInput("Hur helgen är löst behöver anges.", "Välj ur listan.", field="weekend_choice")
    with_whom = tidy_text(agreed_with, "weekend_with")
    if choice == "agreed" and not with_whom:
        raise InvalidInput(
            "Med vem ni kommit överens fattas.", "Skriv funktion och tid.", field="weekend_with"
        )
    return New("weekend_warning_answered", {"choice": choice, "agreed_with": with_whom})
