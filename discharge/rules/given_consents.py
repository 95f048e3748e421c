"""Lämnade samtycken: which consents are in force, so that they can be taken back."""

from __future__ import annotations

from typing import Final

from .facts import CaseFacts

CONSENT_KINDS: Final[dict[str, str]] = {
    "information": "Information mellan enheterna",
    "sip_summons": "Kallelse till SIP",
}


def given_consents(facts: CaseFacts) -> tuple[str, ...]:
    """Return the keys of ``CONSENT_KINDS`` that the person has said yes to, and not taken back."""
    given = {"information": facts.sharing.consent, "sip_summons": facts.sip_consent}
    return tuple(kind for kind in CONSENT_KINDS if given[kind] == "given")
