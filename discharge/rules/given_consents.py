"""Lämnade samtycken: which consents are in force, so that they can be taken back."""

from __future__ import annotations

from .facts import CaseFacts
from .facts_of_consents import CONSENT_KINDS


def given_consents(facts: CaseFacts) -> tuple[str, ...]:
    """Return the keys of ``CONSENT_KINDS`` that somebody has said yes to, and not taken back."""
    given = {one.kind for one in facts.consents.answers if one.state == "given"}
    return tuple(kind for kind in CONSENT_KINDS if kind in given)
