"""Öppna en avslutad SIP igen, handbook sip §15: with a reason, and not after a year (intern rutin)."""

from __future__ import annotations

from datetime import date, datetime

from discharge.rules.consent_policy import months_later
from discharge.rules.facts import CaseFacts
from discharge.rules.refusal import Refusal
from lus.swedish_time import local_date

from .policy import policy_at


def last_day_to_reopen(facts: CaseFacts) -> date | None:
    """Return the last day that a closed plan can be opened again; None of one that is not closed."""
    closed = facts.sip.closed_at
    if facts.sip.state != "closed" or closed is None:
        return None
    return months_later(local_date(closed), policy_at(closed, facts).reopen_months)


def refuse_reopening(facts: CaseFacts, at: datetime) -> Refusal | None:
    """Return why the plan cannot be opened again at ``at``, or None."""
    last = last_day_to_reopen(facts)
    if last is None or local_date(at) <= last:
        return None
    return Refusal(
        "sip-reopen-late",
        "Planen är avslutad sedan länge",
        f"Planen kunde öppnas igen till och med {last.isoformat()}",
        "Påbörja en ny plan.",
        field="needed",
    )
