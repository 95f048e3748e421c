"""Besvara helgvarning: agreed with the receiver, another date, or on-call. Intern rutin; never blocks."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission

from .case_act import begin
from .weekend_guard import weekend_answer


@transaction.atomic
def answer_weekend_warning(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    weekend_choice: str,
    weekend_with: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """Answer the warning that waits. ``weekend_choice``: a key of ``CHOICES``; ``weekend_with``: function and time."""
    act = begin(
        "answer_weekend_warning",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SEND_WARD_NOTICES,
        seen_version=seen_version,
    )
    return act.record(weekend_answer(weekend_choice, weekend_with))
