"""Ej känd hos oss: no ongoing support here. Not a refusal: the unit stays in the case."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission

from .acknowledge_by_act import acknowledged_by_acting
from .case_act import begin


@transaction.atomic
def answer_unknown_patient(
    *, case_id: UUID, actor: Actor, at: datetime, seen_version: int | None = None
) -> CaseFacts:
    """Answer that the person has no ongoing support at the actor's unit."""
    act = begin(
        "answer_unknown_patient",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.ANSWER_NOTICE,
        seen_version=seen_version,
    )
    return act.record(
        *acknowledged_by_acting(act.facts, actor),
        New("patient_answered_unknown", {"unit_id": str(actor.unit_id)}),
    )
