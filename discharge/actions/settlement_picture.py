"""Avräkningen i ärendets rad: who pays, and between which days the count ran, so that a month finds its cases."""

from datetime import date
from typing import Any

from discharge.rules.case_payer import case_payer
from discharge.rules.facts import CaseFacts
from lus.swedish_time import local_date

CLOSING = ("discharged", "died", "transferred")


def settlement_columns(facts: CaseFacts) -> dict[str, Any]:
    """Return ``payer_code``, ``first_ready_on`` and ``count_ended_on`` (None while the count may go on)."""
    return {
        # What a case knows of residence has no dates, so every day gives the same answer.
        "payer_code": case_payer(facts, date.max).municipality_code or "",
        "first_ready_on": local_date(facts.spells[0].sent_at) if facts.spells else None,
        "count_ended_on": _ended_on(facts),
    }


def _ended_on(facts: CaseFacts) -> date | None:
    if not facts.spells:
        return None
    last = facts.spells[-1]
    by_spell = last.ended_at if last.end in CLOSING else None
    ended = by_spell or facts.discharged_at or facts.chain.transferred_at or facts.deceased_at
    return local_date(ended) if ended else None
