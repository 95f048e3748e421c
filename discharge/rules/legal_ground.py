"""Rättsligt stöd för att lämna ut: whether free text about the patient may be written (docs/adr/0018).

LUS 2 kap. 2 § lets the notice hold four items. More takes consent, a harm test or a provision (OSL 25 kap., 26 kap.).
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Final

from .consent_standing import consent_standing
from .facts import CaseFacts
from .facts_of_messages import OPENING
from .refusal import Refusal

# Who and when, never the patient: what a receiver may always ask the ward.
ORGANISATION: Final = "organisation"


def may_share(facts: CaseFacts, at: datetime) -> bool:
    """Return whether a ground is in force at ``at``. A refusal ends consent, and a harm test made before it."""
    sharing = facts.sharing
    if sharing.consent == "given" and consent_standing(facts.consents, "information", at).state != "expired":
        return True
    if sharing.harm_test not in OPENING or sharing.harm_test_at is None:
        return False
    said_no = sharing.consent in ("refused", "withdrawn")
    return not (said_no and sharing.consent_at is not None and sharing.consent_at >= sharing.harm_test_at)


def free_text_refusal(
    facts: CaseFacts, unit_id: str, category: str, recipients: Collection[str], at: datetime
) -> Refusal | None:
    """Return why ``unit_id`` may not write a message of ``category`` to ``recipients`` (unit ids), or None."""
    if may_share(facts, at):
        return None
    asks = unit_id != facts.ward_id and category == ORGANISATION and set(recipients) == {facts.ward_id}
    return None if asks else _refusal(unit_id == facts.ward_id)


def file_refusal(facts: CaseFacts, unit_id: str, at: datetime) -> Refusal | None:
    """Return why ``unit_id`` may not add a file, or None: nobody can tell what a file says."""
    return None if may_share(facts, at) else _refusal(unit_id == facts.ward_id)


def _refusal(from_ward: bool) -> Refusal:
    if from_ward:
        advice = "Dokumentera samtycke eller menprövning först, eller ring mottagaren."
    else:
        advice = "Skriv en praktisk fråga till avdelningen, eller dokumentera samtycke först."
    return Refusal(
        "legal-ground-missing",
        "Rättsligt stöd saknas",
        "Inget samtycke, ingen menprövning och ingen bestämmelse är dokumenterad. Då får ingen skriva om patienten.",
        advice,
        field="text",
    )
