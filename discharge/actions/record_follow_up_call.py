"""Uppföljningssamtal, intern rutin: what the patient said 48 to 72 hours after the discharge."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from discharge.rules.follow_up_call import RESULTS
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .acknowledge_by_act import acknowledged_by_acting
from .case_act import begin
from .free_text import tidy_text
from .late import late_data


@transaction.atomic
def record_follow_up_call(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    result: str,
    note: str = "",
    happened_at: datetime | None = None,
    late_reason: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """Record one call. ``result``: a key of ``RESULTS``; not reached is an attempt, and the call stays owed.

    ``note``: needed when something has to be arranged.
    """
    act = begin(
        "record_follow_up_call",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.ACKNOWLEDGE,
        happened_at=happened_at,
        seen_version=seen_version,
    )
    if result not in RESULTS:
        raise InvalidInput("Resultatet av samtalet behöver anges.", "Välj ur listan.", field="result")
    note = tidy_text(note, "note")
    if result == "help_needed" and not note:
        raise InvalidInput("Skriv vad som behöver ordnas.", "En rad räcker.", field="note")
    data = {
        "unit_id": str(actor.unit_id),
        "result": result,
        "note": note,
        **late_data(happened_at, at, late_reason),
    }
    return act.record(
        *acknowledged_by_acting(act.facts, actor),
        New("follow_up_call_done", data, happened_at=happened_at),
    )
