"""Ändra rättslig form: from voluntary care to LPT or LRV, and on to ÖPT or ÖRV, where a care plan replaces SIP."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from discharge.rules.sip_not_open import LEGAL_WORDS
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .case_act import begin
from .late import late_data
from .physician import physician_name

# Open compulsory care follows upon inpatient compulsory care (process page §1.1); a mistake can be taken back.
NEXT = {
    "none": ("lpt", "lrv"),
    "lpt": ("opt", "lrv", "none"),
    "lrv": ("orv", "lpt", "none"),
    "opt": ("lpt", "none"),
    "orv": ("lrv", "lpt", "none"),
}


@transaction.atomic
def change_legal_status(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    legal_status: str,
    physician: str,
    decided_at: datetime,
    late_reason: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """Record the new legal form of the care (a key of ``LEGAL_WORDS``), decided at ``decided_at``."""
    act = begin(
        "change_legal_status",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.REGISTER_STAY,
        happened_at=decided_at,
        time_field="decided_at",
        seen_version=seen_version,
    )
    _refuse_form(act.facts.legal_status, legal_status)
    data = {
        "old": act.facts.legal_status,
        "new": legal_status,
        "physician": physician_name(physician),
        **late_data(decided_at, at, late_reason),
    }
    return act.record(New("legal_status_changed", data, happened_at=decided_at))


def _refuse_form(old: str, new: str) -> None:
    if new == old:
        raise InvalidInput(
            f"Vården är redan {LEGAL_WORDS[old]}.",
            "Välj den nya formen.",
            code="same-legal-status",
            field="legal_status",
        )
    if new not in NEXT.get(old, ()):
        possible = ", ".join(LEGAL_WORDS[key] for key in NEXT.get(old, ()))
        raise InvalidInput(
            f"{LEGAL_WORDS.get(new, 'Formen')} kan inte följa på {LEGAL_WORDS[old]}.",
            f"Välj {possible}.",
            code="legal-status-order",
            field="legal_status",
        )
