"""Avvikelse rapporterad: the register number alone is noted in the case. What was written stays in the register."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission

from .case_act import begin


@transaction.atomic
def note_deviation(*, case_id: UUID, actor: Actor, at: datetime, number: str) -> CaseFacts:
    """Note that ``number`` was reported about the case, in the reporting act's transaction."""
    act = begin(
        "report_deviation",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.REPORT_DEVIATION,
    )
    return act.record(New("deviation_reported", {"number": number}))
