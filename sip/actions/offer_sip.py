"""Erbjud SIP: LUS 4 kap. 1 §, HSL 16 kap. 4 §. The person has been told what a joint plan is, and asked."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from discharge.rules.sip_choices import OFFERED_HOW
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .plan_act import begin_sip


@transaction.atomic
def offer_sip(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    how: str,
    interpreter: bool = False,
    seen_version: int | None = None,
) -> CaseFacts:
    """Record the offer. ``how``: a key of ``OFFERED_HOW``. A person who has said no may be asked again."""
    act = begin_sip(
        "offer_sip",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SEE_CASES,
        seen_version=seen_version,
    )
    if how not in OFFERED_HOW:
        raise InvalidInput("Hur erbjudandet gjordes fattas.", "Välj muntligt eller skriftligt.", field="how")
    return act.record(New("sip_offered", {"how": how, "interpreter": interpreter}))
