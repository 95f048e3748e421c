"""Fanns samtycket när tiden gick ut?, LUS 4 kap. 2 §: what had been said of the summons by a moment that is past."""

from __future__ import annotations

from datetime import datetime, timedelta

from .case_draft import Draft
from .consent_standing import consent_standing
from .facts import CaseFacts
from .facts_of_consents import NOBODY_ASKED
from .fold_consents import answer_consent, ask_plan_again, refuse_plan

A_MOMENT = timedelta(seconds=1)


def consented_before(facts: CaseFacts, limit: datetime) -> bool:
    """Whether consent to the summons was in force when ``limit`` (aware, exclusive) came."""
    until_then = Draft()
    for event in facts.events:
        if event.happened_at >= limit:
            continue
        if event.name in ("consent_recorded", "consent_withdrawn"):
            answer_consent(until_then, event)
        elif event.name == "sip_declined_by_person":
            refuse_plan(until_then, event)
        elif event.name == "sip_accepted_by_person":
            ask_plan_again(until_then)
    held = until_then.known.get("consents", NOBODY_ASKED)
    return consent_standing(held, "sip_summons", limit - A_MOMENT).in_force
