"""Vilka får veta när planens innehåll går vidare: a saved row tells nobody, what waits for somebody does."""

from __future__ import annotations

from discharge.rules.facts import CaseFacts

from .confirm import must_confirm
from .facts import DocumentFacts
from .party import taking_part

TO_WHO_CONFIRMS = frozenset({"sip_version_locked"})
TO_WHO_LOCKED = frozenset({"sip_unit_confirmed", "sip_unit_objected"})
TO_ALL = frozenset({"sip_established_with_gaps", "sip_shared_with_person"})


def told_of_document(event: str, process: CaseFacts, document: DocumentFacts) -> frozenset[str]:
    """Return the ids of the units that shall know of ``event``."""
    version = document.locked
    if event in TO_WHO_CONFIRMS and version is not None:
        return frozenset(must_confirm(version.rows))
    if event in TO_WHO_LOCKED and version is not None:
        return frozenset({version.locked_by})
    return frozenset(taking_part(process)) if event in TO_ALL else frozenset()
