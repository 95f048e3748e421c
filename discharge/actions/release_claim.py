"""Släpp ärendet: the person, or a colleague in the same unit, lets the case go again; nothing else changes."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission

from .case_act import begin
from .claim_case import claim_data


@transaction.atomic
def release_claim(*, case_id: UUID, actor: Actor, at: datetime, seen_version: int | None = None) -> CaseFacts:
    """Note that nobody of the actor's unit has the case taken on any more."""
    act = begin(
        "release_claim",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.ACKNOWLEDGE,
        seen_version=seen_version,
    )
    return act.record(New("claim_released", claim_data(actor)))
