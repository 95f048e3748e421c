"""När får planen skrivas och låsas? LUS 4 kap. 2 §, handbook sip §15: where the process must stand, and the consent."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Final

from discharge.rules.consent_refusals import refuse_unmade, refuse_without_plan, refuse_writing
from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_scope import CARE_PLAN_STATUSES
from discharge.rules.facts_of_sip import PLANNED, state_words
from discharge.rules.refusal import Refusal
from discharge.rules.sip_not_open import WHAT_NOW

from .facts import DocumentFacts
from .version_refusal import refuse_on_version
from .who_writes import Writer

# From the person's yes on: what is known is written down before the meeting, and in the next draft after it.
WRITING: Final = frozenset({"offered", "summoned", "held", "established", "followed_up"})
# Each meeting gives a version; a follow-up may lead to a new one.
LOCKING: Final = frozenset({"held", "followed_up"})
REPLACED: Final = "replaced_by_care_plan"
# In the order of a document's life.
IN_FORCE: Final = PLANNED | {"summoned", "held"}
DOCUMENT_ACTS: Final[dict[str, frozenset[str]]] = {
    "save_plan_row": WRITING,
    "remove_plan_row": WRITING,
    "reuse_goals": WRITING,
    "lock_plan_version": LOCKING,
    "confirm_plan_version": LOCKING,
    "object_to_plan_version": LOCKING,
    "establish_with_gaps": LOCKING,
    "share_plan_with_person": IN_FORCE | {"closed"},
    "update_intervention": IN_FORCE,
}
NEEDS_CONSENT: Final = frozenset(
    {
        "save_plan_row",
        "remove_plan_row",
        "reuse_goals",
        "lock_plan_version",
        "confirm_plan_version",
        "establish_with_gaps",
    }
)

# Notes from a meeting make no plan.
WRITES: Final = frozenset({"save_plan_row", "remove_plan_row", "reuse_goals"})

# Noted, not done to the plan: whoever reads it may print it, also when it is over.
PRINT: Final = "print_plan"


def document_refusal(
    act: str, process: CaseFacts, document: DocumentFacts, writer: Writer | None, at: datetime
) -> Refusal | None:
    """Return why ``act`` on the document cannot be done at ``at`` by ``writer``'s unit, or None."""
    if writer is None:
        return Refusal(
            "sip-not-party",
            "Er enhet är inte med",
            "Er enhet är inte med i planen",
            "Be den som leder planen lägga till er.",
        )
    if act == PRINT:
        return refuse_on_version(act, document, writer, at, is_compulsory=False)
    return (
        _no_consent(act, process, at)
        or _wrong_state(act, process)
        or refuse_on_version(act, document, writer, at, is_compulsory=is_compulsory(process), process=process)
    )


def open_document_acts(
    process: CaseFacts, document: DocumentFacts, writer: Writer | None, at: datetime
) -> list[str]:
    """Return the acts on the document that the unit can do at ``at``."""
    return [act for act in DOCUMENT_ACTS if document_refusal(act, process, document, writer, at) is None]


def is_compulsory(process: CaseFacts) -> bool:
    """Whether it is a *samordnad vårdplan* (ÖPT, ÖRV) and no SIP."""
    return process.legal_status in CARE_PLAN_STATUSES


def _no_consent(act: str, process: CaseFacts, at: datetime) -> Refusal | None:
    """SL3: only with consent. What is written stays; nothing more is added and nothing is locked.

    On a harm test the meeting's notes may be written, and no more (handbook sip §15).
    """
    if act not in NEEDS_CONSENT or is_compulsory(process):
        return None
    found = _refused(act, process, at)
    return replace(found, detail=f"{found.detail}. Det som är skrivet finns kvar.") if found else None


def _refused(act: str, process: CaseFacts, at: datetime) -> Refusal | None:
    if act in WRITES:
        return refuse_writing(process, at)
    if act == "lock_plan_version":
        return refuse_without_plan(process, at) or refuse_writing(process, at)
    return refuse_without_plan(process, at) or refuse_unmade(process, at)


def _wrong_state(act: str, process: CaseFacts) -> Refusal | None:
    states, state = DOCUMENT_ACTS[act], process.sip.state
    if is_compulsory(process):
        states = frozenset({REPLACED})
    if state in states:
        return None
    said = f"SIP: {state_words(state, process.sip_needed).lower()}"
    return Refusal("sip-state", "SIP står i ett annat läge", said, WHAT_NOW[state])
