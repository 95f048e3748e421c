"""Bekräfta flytten: the ward that the patient came to says so. A routine, never a lock."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission

from .case_act import begin


@transaction.atomic
def confirm_ward_change(
    *, case_id: UUID, actor: Actor, at: datetime, seen_version: int | None = None
) -> CaseFacts:
    """Confirm that the patient has come to the ward."""
    act = begin(
        "confirm_ward_change",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.REGISTER_STAY,
        seen_version=seen_version,
    )
    return act.record(New("ward_change_confirmed", {"ward_id": act.facts.ward_id}))
