"""Återkalla inskrivningsmeddelande: what was sent by mistake. The duty of LUS 2 kap. 3 § to send one opens again."""

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
def withdraw_admission_notice(
    *, case_id: UUID, actor: Actor, at: datetime, reason: str, seen_version: int | None = None
) -> CaseFacts:
    """Withdraw the notice, with the reason in words (at most 300 characters). A ready notice goes first.

    The units of the case keep what they had, and acknowledge that it holds no longer.
    """
    act = begin(
        "withdraw_admission_notice",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SEND_WARD_NOTICES,
        seen_version=seen_version,
    )
    data = {
        "reason": tidy_text(reason, "reason", required=True),
        "recipients": [unit.unit_id for unit in act.facts.active_units],
    }
    notice = UUID(act.facts.admission_notice_event)
    return act.record(New("admission_notice_withdrawn", data, corrects=notice))
