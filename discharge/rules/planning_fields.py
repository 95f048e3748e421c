"""Planeringsunderlaget, LUS 2 kap. 6 §: which questions the units answer together, as data.

The law names no questions. The list, its owners and readers are ours (assumption), after the areas that published
routines have in common. ``readers`` are roles in the case: who is not among them sees that a field is answered, and
never what the answer is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal

Owner = Literal["ward", "municipality", "primary_care", "rehab", "person"]

WARD: Final = frozenset({"ward"})
MUNICIPALITY: Final = frozenset({"municipality", "municipal_health"})
OUTPATIENT: Final = frozenset({"primary_care", "outpatient_psychiatry", "outpatient"})
ALL: Final = WARD | MUNICIPALITY | OUTPATIENT
CARE: Final = WARD | OUTPATIENT | {"municipal_health"}

OWNER_WORDS: Final[dict[str, str]] = {
    "ward": "Avdelningen",
    "municipality": "Kommunen",
    "primary_care": "Öppenvården",
    "rehab": "Rehabilitering",
    "person": "Personen, genom avdelningen",
}


@dataclass(frozen=True, slots=True)
class PlanningField:
    """One question. ``choices``: key → words (empty: the answer is in words, at most 300 characters)."""

    key: str
    area: str
    label: str
    owner: Owner
    readers: frozenset[str]
    help: str = ""
    choices: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def words(self, value: str) -> str:
        """Return the answer as people read it."""
        return self.choices.get(value, value)


def _of(**words: str) -> Mapping[str, str]:
    return MappingProxyType(words)


FIELDS: Final[tuple[PlanningField, ...]] = (
    PlanningField(
        "home_before",
        "Före inskrivningen",
        "Hur bodde personen?",
        "ward",
        ALL,
        choices=_of(
            alone="Eget boende, ensam",
            together="Eget boende, med någon",
            saebo="Särskilt boende",
            other="Annat boende",
        ),
    ),
    PlanningField(
        "support_before",
        "Före inskrivningen",
        "Vilka insatser fanns?",
        "municipality",
        ALL,
        "Skriv bara det som mottagarna behöver för planeringen.",
    ),
    PlanningField(
        "housing_ahead",
        "Behov framåt",
        "Kan personen bo som förut?",
        "ward",
        ALL,
        choices=_of(yes="Ja", unsure="Osäkert", no="Nej"),
    ),
    PlanningField(
        "support_ahead",
        "Behov framåt",
        "Behöver stödet hemma ändras?",
        "ward",
        ALL,
        choices=_of(same="Nej, som förut", more="Ja, mer av samma", new="Ja, nya insatser"),
    ),
    PlanningField(
        "nursing_ahead",
        "Behov framåt",
        "Vilken hälso- och sjukvård behövs hemma?",
        "ward",
        CARE,
        "Till exempel sår, injektioner, kontroller.",
    ),
    PlanningField(
        "rehab_ahead",
        "Behov framåt",
        "Behövs rehabilitering?",
        "rehab",
        ALL,
        choices=_of(no="Nej", home="Ja, hemma", place="Ja, på en plats"),
    ),
    PlanningField(
        "medicines_ahead",
        "Behov framåt",
        "Vem sköter läkemedlen hemma?",
        "ward",
        CARE,
        choices=_of(
            self="Personen själv", relative="Närstående", health="Hemsjukvården", dose="Dos, med stöd"
        ),
    ),
    PlanningField(
        "matters",
        "Personen",
        "Vad är viktigt för personen?",
        "person",
        ALL,
        "Med personens egna ord om det går.",
    ),
    PlanningField(
        "relative_joins",
        "Personen",
        "Vill personen ha med en närstående?",
        "person",
        ALL,
        choices=_of(yes="Ja", no="Nej"),
    ),
    PlanningField("support_starts", "Hemgången", "När kan insatserna börja?", "municipality", ALL),
    PlanningField(
        "door",
        "Hemgången",
        "Hur kommer personalen in?",
        "municipality",
        WARD | MUNICIPALITY,
        choices=_of(
            opens="Personen öppnar själv", keys="Nycklar finns hos oss", lock="Digitalt lås", missing="Saknas"
        ),
    ),
    PlanningField(
        "transport",
        "Hemgången",
        "Vilken hemtransport behövs?",
        "ward",
        ALL,
        choices=_of(own="Åker själv", taxi="Sjukresa", seated="Sittande, med hjälp", lying="Liggande"),
    ),
    PlanningField(
        "follow_up",
        "Hemgången",
        "Vilken uppföljning tar öppenvården?",
        "primary_care",
        ALL,
        "Vad, vem och när.",
    ),
)
FIELD: Final = MappingProxyType({one.key: one for one in FIELDS})
