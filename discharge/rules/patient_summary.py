"""Information till patienten, patientlagen (2014:821) 3 kap. 2 b §: in what form it was given, and to whom."""

from __future__ import annotations

from datetime import date
from typing import Final

from .facts import CaseFacts

FORMS: Final[dict[str, str]] = {
    "both": "Skriftligt och muntligt",
    "written": "Skriftligt",
    "oral": "Bara muntligt",
    "declined": "Patienten avstod",
}
ON_PAPER: Final = frozenset({"both", "written"})
RECEIVERS: Final[dict[str, str]] = {
    "patient": "Patienten",
    "guardians": "Vårdnadshavare",
    "relative": "Närstående, som patienten vill",
    "representative": "Företrädare",
}
LANGUAGES: Final[dict[str, str]] = {
    "sv": "Svenska",
    "sv-easy": "Lätt svenska",
    "ar": "Arabiska",
    "en": "Engelska",
    "fi": "Finska",
    "fa": "Persiska",
    "so": "Somaliska",
    "ti": "Tigrinja",
    "swl": "Svenskt teckenspråk",
    "other": "Annat språk, med tolk",
}
# Why the handover's part is not needed, when there is nothing on paper.
NOT_ON_PAPER: Final[dict[str, str]] = {
    "oral": "Informationen lämnades muntligt",
    "declined": "Patienten avstod från skriftlig information",
}
ADULT_AT: Final = 18


def is_child(born: date | None, today: date) -> bool:
    """Whether somebody born on ``born`` is under 18: then the guardians are told too. Unknown is not a child."""
    return born is not None and today < _birthday(born, born.year + ADULT_AT)


def _birthday(born: date, year: int) -> date:
    leap_day = (born.month, born.day) == (2, 29)
    return date(year, 3, 1) if leap_day and year % 4 else born.replace(year=year)


def may_be_read_by_receivers(facts: CaseFacts) -> bool:
    """Whether the patient's own summary has been sent to the units that take over."""
    return facts.leaving.part("patient_summary").sent_at is not None
