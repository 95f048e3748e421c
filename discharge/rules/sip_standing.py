"""SIP:ens läge i ord, the handbook's SIP page, 15: the axis, and what consent and harm test make of it on a day."""

from __future__ import annotations

from collections.abc import Set
from datetime import datetime
from typing import Final

from .consent_refusals import may_lock_without_consent, plan_in_force, summons_in_force
from .consent_standing import consent_standing, coordination_in_force
from .facts import CaseFacts
from .facts_of_consents import SIP_KINDS
from .facts_of_sip import PLANNED, STATE_WORDS, state_words

STANDINGS: Final[dict[str, str]] = {
    **STATE_WORDS,
    "needed": "Behov finns",
    "refused_by_party": "Begärd men nekad av verksamhet",
    "consented": "Samtycke finns",
    "consent_expired": "Samtycket har gått ut",
    "consent_split": "Vårdnadshavarna är oense",
    "withdrawn": "Samtycke återkallat",
    "incapacity": "Kan inte ta ställning",
    "incapacity_cleared": "Menprövning klar",
    "coordination_only": "Menprövning klar, bara samordningsmöte",
}
# Nobody is called yet, or the plan lives: here a no, or a test, decides what may be done.
BEFORE: Final = frozenset({"not_assessed", "offered"})
LIVING: Final = BEFORE | PLANNED | {"summoned", "held"}


def sip_standing(facts: CaseFacts, at: datetime | None) -> str:
    """Return a key of ``STANDINGS``: where the plan stands at ``at`` for whoever would take the next step."""
    state = facts.sip.state
    if state == "not_relevant" and facts.sip.requested_by:
        return "refused_by_party"
    if state not in LIVING:
        return state
    said = {consent_standing(facts.consents, kind, at).state for kind in SIP_KINDS}
    if "split" in said:
        return "consent_split"
    if "withdrawn" in said:
        return "withdrawn"
    if state in BEFORE:  # where a no moves the axis itself, until the plan is offered anew
        return _before_summons(facts, said, at)
    return "withdrawn" if facts.sip_consent == "refused" or "refused" in said else state


def standing_words(facts: CaseFacts, at: datetime | None) -> str:
    """Return it as people read it."""
    found = sip_standing(facts, at)
    return state_words(found, facts.sip_needed) if found in STATE_WORDS else STANDINGS[found]


def _before_summons(facts: CaseFacts, said: Set[str], at: datetime | None) -> str:
    if summons_in_force(facts, at):
        return "consented"
    if coordination_in_force(facts.consents, at):
        return "incapacity_cleared" if may_lock_without_consent(facts, at) else "coordination_only"
    if facts.consents.harm_test is not None:
        return "incapacity"
    if "expired" in said and not plan_in_force(facts, at):
        return "consent_expired"
    return "needed" if facts.sip.state == "not_assessed" and facts.sip_needed else facts.sip.state
