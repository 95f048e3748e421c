"""Mandat: what an on-call function may decide. No county-wide duty of on-call exists; the list is intern rutin."""

from typing import Final

MANDATES: Final[dict[str, str]] = {
    "home_care_start": "hemtjänst, start",
    "home_care_increase": "hemtjänst, utökning",
    "short_term_place": "korttidsplats",
    "safe_homecoming": "trygg hemgång",
    "home_nursing": "hemsjukvård, mottagande",
    "aids": "hjälpmedel",
}


def outside_mandate(item: str) -> str:
    """Return the sentence that says so: ``Mandatet omfattar inte korttidsplats – be om vardagsbeslut``."""
    return f"Mandatet omfattar inte {MANDATES[item]} – be om vardagsbeslut."
