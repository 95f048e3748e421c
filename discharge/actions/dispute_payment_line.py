"""Bestrid en rad i granskningsunderlaget (LUS 5 kap.): the payer says why the month's days of a case are not right."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from discharge.rules.settlement_line import DISPUTE_REASONS, counted_days, month_of
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput, NotAllowed, StageNotAllowed

from .settlement_act import begin_line

LIMIT = 500


@transaction.atomic
def dispute_payment_line(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    month: str,
    reason: str,
    text: str = "",
    evidence: UUID | None = None,
) -> CaseFacts:
    """Dispute the line. ``reason``: a key of ``DISPUTE_REASONS``; ``evidence``: an event of the same case, if any.

    The days stand as they are: what is wrong in them is corrected where it was registered. Earlier approvals of
    the line no longer count.
    """
    opened = begin_line(
        "dispute_payment_line", case_id, actor=actor, at=at, permission=Permission.SETTLE, month=month
    )
    if opened.side != "payer":
        raise NotAllowed(
            "Det är kommunen som betalar som bestrider en rad.",
            "Godkänn raden, eller besvara ett bestridande.",
        )
    if opened.line.standing.state == "disputed":
        raise StageNotAllowed("Raden är redan bestridd.", "Vänta på regionens svar.", code="already-done")
    _refuse_input(opened.act.facts, reason, text, evidence)
    return opened.record(
        New(
            "payment_line_disputed",
            {
                "month": month_of(opened.first),
                "days": counted_days(opened.line.part),
                "reason": reason,
                "text": text.strip(),
                "evidence": str(evidence) if evidence else "",
            },
        )
    )


def _refuse_input(facts: CaseFacts, reason: str, text: str, evidence: UUID | None) -> None:
    if reason not in DISPUTE_REASONS:
        raise InvalidInput("Orsaken finns inte.", "Välj en orsak i listan.", field="reason")
    if len(text) > LIMIT:
        raise InvalidInput("Texten är för lång.", f"Skriv högst {LIMIT} tecken.", field="text")
    if reason == "other" and not text.strip():
        raise InvalidInput("Orsaken Annat behöver en text.", "Skriv vad som inte stämmer.", field="text")
    if evidence and str(evidence) not in {event.event_id for event in facts.events}:
        raise InvalidInput("Händelsen finns inte i ärendet.", "Välj en händelse i listan.", field="evidence")
