"""Vad som är känt: the words of the conditions, answered from the facts of the case. None: nobody has said."""

from __future__ import annotations

from datetime import date
from typing import Final

from lus.swedish_time import is_weekday, local_date, local_time

from ..facts import PSYCHIATRIC_CARE, CaseFacts

OWN_HOME: Final = frozenset({"home"})
FACILITIES: Final = frozenset({"special_housing", "short_term", "hvb"})
COMPULSORY: Final = frozenset({"opt", "orv"})
EVENING: Final = 16


def known(facts: CaseFacts) -> dict[str, bool | None]:
    """Return what is known of each word; a word that nothing tells about is left out, and so not known."""
    health, social = facts.need_municipal_health, facts.need_social_services
    return {
        "psychiatric": facts.care_form in PSYCHIATRIC_CARE if facts.care_form else None,
        "compulsory": facts.legal_status in COMPULSORY,
        "child": _child(facts),
        "kommun": True if health or social else None if None in (health, social) else False,
        "kommun_hsv": health,
        # Help at home is one of the things that social services may give.
        "home_help": False if social is False else None,
        "own_home": _goes_to(facts, OWN_HOME),
        "facility": _goes_to(facts, FACILITIES),
        "sip_need": facts.sip_needed,
        "weekend": _weekend(facts),
    }


def leaves_on(facts: CaseFacts) -> date | None:
    """Return the local date when the patient left, or is expected to leave."""
    return local_date(facts.discharged_at) if facts.discharged_at else facts.expected_discharge


def comes_of_age(born: date) -> date:
    """Return the eighteenth birthday; for somebody born on a leap day, 1 March in a common year."""
    try:
        return born.replace(year=born.year + 18)
    except ValueError:
        return date(born.year + 18, 3, 1)


def _child(facts: CaseFacts) -> bool | None:
    """Under 18 at discharge; without a date for it, under 18 now is what is known."""
    if facts.home.of_age is None:
        return None
    if facts.home.of_age_from is None:
        return False
    day = leaves_on(facts)
    return day is None or day < facts.home.of_age_from


def _goes_to(facts: CaseFacts, places: frozenset[str]) -> bool | None:
    return facts.destination in places if facts.destination else None


def _weekend(facts: CaseFacts) -> bool | None:
    """Saturday, Sunday, holiday or after 16.00. An expected date tells no time: only its day is judged."""
    day = leaves_on(facts)
    if day is None:
        return None
    late = facts.discharged_at is not None and local_time(facts.discharged_at).hour >= EVENING
    return late or not is_weekday(day)
