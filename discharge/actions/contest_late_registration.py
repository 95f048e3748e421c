"""Bestrid efterregistrering (intern rutin): no such paper came, so the notice counts from when the system took it."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission

from .case_act import begin
from .confirm_late_registration import unanswered
from .free_text import tidy_text


@transaction.atomic
def contest_late_registration(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    registration_id: UUID,
    text: str,
    seen_version: int | None = None,
) -> CaseFacts:
    """Say what was not so, in words (at most 300 characters). The paper time then never counts."""
    act = begin(
        "contest_late_registration",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.ACKNOWLEDGE,
        seen_version=seen_version,
    )
    notice = unanswered(act.facts, actor, registration_id, ("",))
    data = {
        "registration_id": notice.event_id,
        "event_id": notice.notice_id,
        "unit_id": notice.counterpart,
        "text": tidy_text(text, "text", required=True),
    }
    return act.record(New("late_registration_contested", data, corrects=UUID(notice.event_id)))
