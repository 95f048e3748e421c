"""Bestrid orsaken: the unit that is said to be waited for says otherwise. Both texts are kept, the days stand."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import AlreadyDone, InvalidInput

from .case_act import begin
from .close_waiting_reason import running_reason
from .free_text import tidy_text


@transaction.atomic
def contest_waiting_reason(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    reason_id: UUID,
    text: str,
    seen_version: int | None = None,
) -> CaseFacts:
    """Contest the interval ``reason_id`` as its owner, in words (at most 300 characters), once."""
    act = begin(
        "contest_waiting_reason",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.ANSWER_NOTICE,
        seen_version=seen_version,
    )
    reason = running_reason(act.facts, reason_id)
    if reason.owner_id != str(actor.unit_id):
        raise InvalidInput(
            "Bara enheten som orsaken gäller kan bestrida den.", "Skriv till avdelningen.", field="reason_id"
        )
    if reason.contested_at:
        raise AlreadyDone("Er enhet har redan bestridit orsaken.", "Avdelningen har fått er text.")
    data = {
        "reason_id": reason.event_id,
        "code": reason.code,
        "unit_id": reason.owner_id,
        "text": tidy_text(text, "text", required=True),
    }
    return act.record(New("waiting_reason_contested", data))
