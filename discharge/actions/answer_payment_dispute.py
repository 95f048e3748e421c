"""Besvara ett bestridande (LUS 5 kap.): the region accepts it, or keeps the line and says why."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from discharge.rules.settlement_line import counted_days, month_of, undecided_days
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput, NotAllowed, StageNotAllowed

from .settlement_act import begin_line

ANSWERS = {"accept": "Godta bestridandet", "keep": "Behåll raden"}
LIMIT = 500


@transaction.atomic
def answer_payment_dispute(
    *, case_id: UUID, actor: Actor, at: datetime, month: str, answer: str, text: str, fingerprint: str
) -> CaseFacts:
    """Answer the payer's dispute with ``accept`` or ``keep``, and the reason in words (at most 500 characters).

    Accepting changes no day: it says that the ward shall correct what it has registered, and the line is counted
    again from that. Keeping is the region's approval of the days as ``fingerprint`` says they were read.
    """
    opened = begin_line(
        "answer_payment_dispute",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SETTLE,
        month=month,
        seen=fingerprint,
    )
    if opened.side != "region":
        raise NotAllowed("Det är regionen som besvarar ett bestridande.", "Vänta på regionens svar.")
    dispute = opened.line.review.dispute
    if dispute is None or dispute.answer:
        raise StageNotAllowed("Det finns inget obesvarat bestridande på raden.", "Läs raden igen.")
    if answer not in ANSWERS:
        raise InvalidInput("Svaret finns inte.", "Välj att godta eller behålla.", field="answer")
    if not text.strip() or len(text) > LIMIT:
        raise InvalidInput("Ett skäl behövs.", f"Skriv skälet med högst {LIMIT} tecken.", field="text")
    if answer == "keep" and undecided_days(opened.line.part):
        raise StageNotAllowed(
            "Dagar på raden är inte avgjorda.",
            "Regionen och kommunen beslutar om dem tillsammans först.",
            code="payment-blocked",
            title="Raden är inte avgjord",
        )
    return opened.record(
        New(
            "payment_dispute_answered",
            {
                "month": month_of(opened.first),
                "dispute_id": dispute.event_id,
                "answer": answer,
                "text": text.strip(),
                "days": counted_days(opened.line.part),
                "fingerprint": opened.line.print_now,
                "approver": str(actor.user_id),
            },
        )
    )
