"""Vart patienten åker: the closed list, and what each place means for those who take over (intern rutin)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Destination:
    """``means``: the consequence in words, shown before the discharge is registered."""

    label: str
    means: str


PLACES: Final[dict[str, Destination]] = {
    "home": Destination("Ordinärt boende", "Hemtjänst, nycklar och mat behöver vara ordnade."),
    "special_housing": Destination("Särskilt boende", "Boendets personal tar över. Ring boendet."),
    "short_term": Destination("Korttidsboende", "Kommunens plats tar över. Nycklar till hemmet krävs inte."),
    "hvb": Destination("HVB eller stödboende", "Verksamheten tar över. Läkemedel behöver följa med."),
    "other_inpatient": Destination("Annan slutenvård", "Nästa avdelning öppnar ett eget ärende."),
    "other": Destination("Annat", "Skriv vart, så att de som tar över vet."),
}
DESTINATIONS: Final[dict[str, str]] = {key: place.label for key, place in PLACES.items()}


def destination_words(destination: str, text: str = "") -> str:
    """``Korttidsboende``; ``Annat: hos dottern``; empty when nobody has left."""
    label = DESTINATIONS.get(destination, "")
    return f"{label}: {text}" if text else label
