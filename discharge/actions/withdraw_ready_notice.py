"""Återta utskrivningsklar: it was true and is so no longer. Days already counted stand (OB-14, tolkning D-07)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import CLOCK, Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput
from lus.swedish_time import local_date

from .case_act import begin
from .free_text import tidy_text

REASONS = {
    "deteriorated": "Försämrad",
    "assessment_changed": "Ändrad bedömning",
    "awaiting_other_inpatient_care": "Väntar på annan slutenvård",
    "other": "Annat",
}


@transaction.atomic
def withdraw_ready_notice(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    reason: str,
    text: str = "",
    changed_at: datetime | None = None,
    seen_version: int | None = None,
) -> CaseFacts:
    """Withdraw the notice in force. ``reason`` is a key of ``REASONS``; ``other`` needs a text.

    ``changed_at``: when it stopped being so, if somebody says it. The count stops now all the same: nobody was told.
    """
    act = begin(
        "withdraw_ready_notice",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SEND_WARD_NOTICES,
        happened_at=changed_at,
        time_field="changed_at",
        seen_version=seen_version,
    )
    text = tidy_text(text, "text")
    if reason not in REASONS or (reason == "other" and not text):
        raise InvalidInput("En orsak behöver anges.", "Välj en orsak, och förklara Annat.", field="reason")
    recipients = [unit.unit_id for unit in act.facts.active_units]
    day = local_date(at)
    said = {"reason": reason, "text": text, "changed_at": changed_at.isoformat() if changed_at else None}
    return act.record(
        New("ready_notice_withdrawn", {**said, "recipients": recipients}),
        New(
            "payment_count_stopped",
            {
                "day": day.isoformat(),
                "explanation": "Underrättelsen återtogs, och räkningen stoppades. Ny underrättelse ger ny dag noll.",
            },
            by=CLOCK,
        ),
    )
