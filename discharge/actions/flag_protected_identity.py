"""Skyddade personuppgifter (OSL 21 kap. 3 §): whoever learns of it says so, and everything is masked at once."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.notifications.models import Audience
from lus.notifications.tell import tell
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.persons.flag_protection import flag_protection

from .case_act import begin


@transaction.atomic
def flag_protected_identity(
    *, case_id: UUID, actor: Actor, at: datetime, level: str, seen_version: int | None = None
) -> CaseFacts:
    """Flag the patient. ``level``: a value of ``Protection``, never a lower one than before.

    The ward and its administrator are told, nobody else: the others see the mask, and need no notice of why.
    """
    act = begin(
        "flag_protected_identity",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.WRITE_MESSAGES,
        seen_version=seen_version,
    )
    flag_protection(UUID(act.facts.person_id), level)
    facts = act.record(New("protected_identity_flagged", {"level": level}))
    tell(
        [UUID(facts.ward_id)],
        case_id=case_id,
        cause_id=UUID(facts.events[-1].event_id),
        kind=f"{Audience.ADMIN}_told",
        at=at,
        audience=Audience.ADMIN,
    )
    return facts
