"""Avstå från uppföljningssamtalet, intern rutin: nobody will call, and why; without it the case stays open."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission

from .acknowledge_by_act import acknowledged_by_acting
from .case_act import begin
from .free_text import tidy_text


@transaction.atomic
def waive_follow_up_call(
    *, case_id: UUID, actor: Actor, at: datetime, reason: str, seen_version: int | None = None
) -> CaseFacts:
    """Waive the planned call, with the reason in words. The unit that was to call is told."""
    act = begin(
        "waive_follow_up_call",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.ACKNOWLEDGE,
        seen_version=seen_version,
    )
    reason = tidy_text(reason, "reason", required=True)
    call = act.facts.leaving.call
    assert call is not None, "the rules refuse when nothing is planned"
    return act.record(
        *acknowledged_by_acting(act.facts, actor),
        New("follow_up_call_waived", {"unit_id": call.unit_id, "reason": reason}),
    )
