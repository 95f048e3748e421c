"""Kan SIP påbörjas?, LUS 4 kap. 1–2 §§: why a step towards a joint plan is refused."""

from __future__ import annotations

from typing import Final

from .facts import CaseFacts
from .facts_of_scope import CARE_PLAN_STATUSES
from .last_event import last_event
from .refusal import Refusal

SIP_ACTS: Final = frozenset({"assess_sip_need", "record_sip_consent", "send_sip_summons"})
LEGAL_WORDS: Final[dict[str, str]] = {
    "none": "Frivillig vård",
    "lpt": "LPT",
    "lrv": "LRV",
    "opt": "ÖPT",
    "orv": "ÖRV",
}


def sip_not_open(act: str, facts: CaseFacts) -> tuple[Refusal, tuple[str, ...]] | None:
    """Return the refusal of ``act`` and the events that may have brought it about, or None."""
    if act not in SIP_ACTS:
        return None
    if facts.legal_status in CARE_PLAN_STATUSES:
        return _care_plan(facts), ("legal_status_changed",)
    if act != "send_sip_summons":
        return None
    if facts.sip_needed is False:
        said, advice = "SIP är bedömd som inte aktuell", "Gör en ny bedömning om behovet ändrats."
        return Refusal("sip-not-needed", "SIP är inte aktuell", said, advice), ("sip_need_assessed",)
    if facts.sip_consent != "given":
        state = "nej" if facts.sip_consent == "refused" else "inte dokumenterat"
        said = f"Patientens samtycke till kallelsen är {state}"
        return Refusal("consent-missing", "Samtycke saknas", said, "Dokumentera samtycket först."), ()
    return None


def _care_plan(facts: CaseFacts) -> Refusal:
    event = last_event(facts, ("legal_status_changed",))
    form = LEGAL_WORDS[facts.legal_status]
    return Refusal(
        "sip-replaced-by-care-plan",
        "Samordnad vårdplan gäller i stället",
        f"Patienten vårdas enligt {form}: en samordnad vårdplan ersätter SIP (LUS 4 kap. 1 §)",
        "Registrera den samordnade vårdplanen. Är formen fel: ändra den rättsliga formen.",
        event.event_id if event else None,
    )
