"""Återöppna ärendet: something was left to do. Within 30 days (intern rutin); later a new stay is a new case."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission

from .case_act import begin
from .free_text import tidy_text


@transaction.atomic
def reopen_case(
    *, case_id: UUID, actor: Actor, at: datetime, reason: str, seen_version: int | None = None
) -> CaseFacts:
    """Open a closed case again, with the reason in words. It closes by itself after three days anew."""
    act = begin(
        "reopen_case",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.REGISTER_STAY,
        seen_version=seen_version,
    )
    return act.record(New("case_reopened", {"reason": tidy_text(reason, "reason", required=True)}))
