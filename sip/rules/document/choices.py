"""Valen i planen: the closed lists of the document, with the words that people read."""

from __future__ import annotations

from typing import Final

from discharge.rules.facts_of_sip import PRINCIPALS

LIFE_AREAS: Final = {
    "housing": "Boende",
    "health": "Hälsa och läkemedel",
    "daily_life": "Vardag och ADL",
    "economy": "Ekonomi",
    "work_school": "Arbete och skola",
    "relations": "Relationer",
    "safety": "Trygghet",
    "leisure": "Fritid",
}
# Whose measures a need calls for: decides which principals must have a measure (handbook §9 row 7).
NEED_OF: Final = {
    "region": "Regionen",
    "municipality": "Kommunen",
    "both": "Region och kommun",
    "others": "Någon annan",
}
PRINCIPALS_OF_NEED: Final[dict[str, frozenset[str]]] = {
    "region": frozenset({"region"}),
    "municipality": frozenset({"municipality"}),
    "both": frozenset(PRINCIPALS),
}
GOAL_LEVELS: Final = {"long": "Långsiktigt mål", "sub": "Delmål"}
WHOSE_WORDS: Final = {"person": "Personens", "relative": "Närståendes", "staff": "Personalens"}
STATUSES: Final = {"planned": "Planerad", "ongoing": "Pågår", "done": "Klar", "stopped": "Avslutad i förtid"}
# A measure that nobody is to do any more.
OVER: Final = frozenset({"done", "stopped"})
NONE_NEEDED: Final = {"none": "Inga", "listed": "Finns"}
COPY_WAYS: Final = {
    "paper": "På papper",
    "mail": "Med post",
    "digital": "Digitalt",
    "declined": "Ville inte ha",
}
CONSENT_OF_GUARDIAN: Final = {"yes": "Samtycker", "no": "Samtycker inte", "unknown": "Inte tillfrågad"}
GUARDIANS: Final = {"1": "Vårdnadshavare 1", "2": "Vårdnadshavare 2"}
YES_NO: Final = {"yes": "Ja", "no": "Nej"}
PLACEMENTS: Final = {"none": "Nej", "sol": "Placerad enligt SoL", "lvu": "Placerad enligt LVU"}
CONTACT_KINDS: Final = {
    "coordinator": "Samordnare",
    "care_contact": "Fast vårdkontakt",
    "care_worker": "Fast omsorgskontakt",
    "unit": "Verksamhet",
    "guardian1": "Vårdnadshavare 1",
    "guardian2": "Vårdnadshavare 2",
    "relative": "Närstående",
    "other": "Annan",
}
GOAL_RESULTS: Final = {
    "reached": "Nått",
    "partly": "Delvis nått",
    "not": "Inte nått",
    "not_relevant": "Gäller inte längre",
}
STANDINGS: Final = {
    "agrees": "Instämmer",
    "partly": "Instämmer delvis",
    "disagrees": "Instämmer inte",
    "could_not_say": "Kunde inte ta ställning",
}
