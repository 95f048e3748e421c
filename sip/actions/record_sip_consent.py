"""Samtycke till kallelse: LUS 4 kap. 2 §. "Not asked" is neither yes nor no."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from discharge.rules.sip_choices import GIVEN_BY
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .plan_act import begin_sip

STATES = {"given": "Ja", "refused": "Nej"}


@transaction.atomic
def record_sip_consent(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    state: str,
    given_by: str = "self",
    seen_version: int | None = None,
) -> CaseFacts:
    """Record the answer. ``state``: a key of ``STATES``; ``given_by``: a key of ``GIVEN_BY``."""
    act = begin_sip(
        "record_sip_consent",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SEE_CASES,
        seen_version=seen_version,
    )
    if state not in STATES or given_by not in GIVEN_BY:
        raise InvalidInput("Svaret eller vem som svarade fattas.", "Välj ett av svaren.", field="state")
    data = {"kind": "sip_summons", "state": state, "given_by": given_by, "form": "oral"}
    return act.record(New("consent_recorded", data))
