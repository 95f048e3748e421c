"""Det som följer med som förslag: what a transferred patient's next ward may take over, part by part.

Nothing here is a fact of the new case. Consents name units, so they are shown and must be asked for again.
"""

from __future__ import annotations

from typing import Any

from .facts import CaseFacts


def prefill_of(facts: CaseFacts) -> dict[str, Any]:
    """Return what the case that is left knows, as JSON: recipients, needs, date, care contact, SIP, consents."""
    contact = facts.care_contact
    day = facts.expected_discharge
    return {
        "recipients": [{"unit_id": unit.unit_id, "role": unit.role} for unit in facts.active_units],
        "needs": {
            "municipal_health": facts.need_municipal_health,
            "social_services": facts.need_social_services,
            "outpatient": facts.need_outpatient,
        },
        "expected_discharge": day.isoformat() if day else None,
        "care_contact": {
            "unit_id": contact.unit_id,
            "name": contact.name,
            "title": contact.title,
            "phone": contact.phone,
            "phone_function": contact.phone_function,
        }
        if contact
        else None,
        "ready_what": {unit.unit_id: unit.ready_what for unit in facts.active_units if unit.ready_what},
        "sip_needed": facts.sip_needed,
        "consents": _consents(facts),
    }


def _consents(facts: CaseFacts) -> list[dict[str, str]]:
    if facts.sip_consent == "unknown":
        return []
    at = facts.sip_consent_at.isoformat() if facts.sip_consent_at else ""
    return [{"kind": "sip_summons", "state": facts.sip_consent, "at": at}]
