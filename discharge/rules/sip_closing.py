"""Hur en SIP avslutas, HSL 16 kap. 4 §, handbook sip §12 och §15: any open plan, and what its end has to answer.

What a plan never had, its end does not ask about. A death asks nothing at all.
"""

from __future__ import annotations

from typing import Final

from .facts import MUNICIPAL_ROLES, CaseFacts
from .facts_of_sip import PLANNED, PRINCIPALS
from .refusal import Refusal
from .sip_choices import CLOSE_REASONS

DECEASED: Final = "deceased"
# Goals are reached when there was a plan with goals.
OF_A_PLAN: Final = frozenset({"goals_reached"})
# Where a plan is open (§15): from the known need until it is ended, declined or not needed.
OPEN: Final = frozenset({"not_assessed", "offered", "summoned", "held", *PLANNED})


def is_open(state: str, needed: bool | None) -> bool:
    """Whether there is a plan to end: before the need is known there is none."""
    return state in OPEN and (state != "not_assessed" or needed is True)


def asks_measures(facts: CaseFacts) -> bool:
    """Whether a plan has been in force: who goes on with what is left, and whether it helped."""
    return facts.sip.version > 0


def asks_survey(facts: CaseFacts) -> bool:
    """Whether there was a meeting or a plan for a survey to be about."""
    return asks_measures(facts) or facts.sip.held_at is not None


def close_reasons(facts: CaseFacts, unit_id: str) -> dict[str, str]:
    """Return the reasons that the unit can give, with their words: of a death every unit may tell."""
    if refuse_not_responsible(facts, unit_id) is not None:
        return {DECEASED: CLOSE_REASONS[DECEASED]}
    return {
        key: words for key, words in CLOSE_REASONS.items() if key not in OF_A_PLAN or asks_measures(facts)
    }


def refuse_closing(facts: CaseFacts, unit_id: str, reason: str) -> Refusal | None:
    """Return why the unit cannot end the plan for ``reason``, a key of ``CLOSE_REASONS``; None when it can."""
    if reason == DECEASED:
        return None
    if reason in OF_A_PLAN and not asks_measures(facts):
        return Refusal(
            "no-plan-to-evaluate",
            "Ingen plan har gällt",
            "Planen har aldrig upprättats, och har inga mål att nå",
            "Välj en annan orsak.",
            field="reason",
        )
    return refuse_not_responsible(facts, unit_id)


def refuse_not_responsible(facts: CaseFacts, unit_id: str | None) -> Refusal | None:
    """Huvudansvar, HSL 16 kap. 4 §: who answers for the plan follows it up and ends it."""
    unit = facts.unit(unit_id) if unit_id else None
    if unit is None or not facts.sip.responsible:
        return None
    own = "municipality" if unit.role in MUNICIPAL_ROLES else "region"
    if own == facts.sip.responsible:
        return None
    whose = PRINCIPALS[facts.sip.responsible]
    said = f"{whose} har det övergripande ansvaret för planen"
    advice = "Skicka ett meddelande till den som ansvarar."
    return Refusal("sip-not-responsible", "Den ansvariga gör detta", said, advice)
