"""Krävs SIP?, LUS 4 kap. 1 §: whether a joint plan is called for, as far as is known."""

from __future__ import annotations

from .facts import CaseFacts
from .facts_of_scope import CARE_PLAN_STATUSES
from .owed import needs_both


def sip_required(facts: CaseFacts) -> bool | None:
    """Return True/False, or None when nobody has judged it yet.

    When the assessed needs belong to one principal only there is nothing to coordinate: False without an
    assessment of its own. A recorded assessment always decides, except under ÖPT and ÖRV: there a coordinated
    care plan takes the place of SIP.
    """
    if facts.legal_status in CARE_PLAN_STATUSES:
        return False
    if facts.sip_needed is not None:
        return facts.sip_needed
    needs = (facts.need_municipal_health, facts.need_social_services, facts.need_outpatient)
    if None not in needs and not needs_both(facts):
        return False
    return None
