"""Skriv meddelande: one unit of the case writes to others. It blocks nobody, and asks for no more than a receipt."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_messages import Message
from discharge.rules.legal_ground import free_text_refusal
from discharge.rules.message_categories import CATEGORIES
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput, NotThere

from .acknowledge_by_act import acknowledged_by_acting, acknowledged_by_answering
from .case_act import begin, refuse
from .message_text import tidy_message


@transaction.atomic
def send_message(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    recipients: Sequence[UUID],
    category: str,
    text: str,
    ack_wanted: bool = False,
    reply_to: UUID | None = None,
    seen_version: int | None = None,
) -> CaseFacts:
    """Send ``text`` (at most 2 000 characters) to ``recipients``, units of the case other than the own one.

    ``category``: a key of ``CATEGORIES``. ``reply_to``: the message that is answered; the answer stands in its
    thread, and what the unit had not acknowledged there is read.
    Raises Refused ``legal-ground-missing`` when nothing lets the unit write about the patient.
    """
    act = begin(
        "send_message",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.WRITE_MESSAGES,
        seen_version=seen_version,
    )
    own = str(actor.unit_id)
    if category not in CATEGORIES:
        raise InvalidInput("Meddelandets typ fattas.", "Välj en typ i listan.", field="category")
    answered = _answered(act.facts, own, reply_to)
    chosen = _recipients(act.facts, own, recipients)
    said = tidy_message(text)
    refuse(free_text_refusal(act.facts, own, category, chosen, at), field="text")
    message = New(
        "message_sent",
        {
            "category": category,
            "text": said,
            "recipients": chosen,
            "ack_wanted": ack_wanted,
            "reply_to": answered.event_id if answered else None,
            "thread": answered.thread if answered else None,
        },
    )
    thread = answered.thread if answered else ""
    return act.record(
        *acknowledged_by_acting(act.facts, actor),
        *acknowledged_by_answering(act.facts, actor, thread),
        message,
    )


def _answered(facts: CaseFacts, own: str, reply_to: UUID | None) -> Message | None:
    """Return the message that is answered. One that the unit neither sent nor got is not there."""
    if reply_to is None:
        return None
    for message in facts.messages:
        if message.event_id == str(reply_to) and own in (message.unit_id, *message.recipients):
            return message
    raise NotThere


def _recipients(facts: CaseFacts, own: str, recipients: Sequence[UUID]) -> list[str]:
    """Return the chosen units' ids in the case's order, each once."""
    may = [facts.ward_id, *(unit.unit_id for unit in facts.active_units)]
    wanted = {str(unit_id) for unit_id in recipients}
    if not wanted:
        raise InvalidInput(
            "Meddelandet behöver minst en mottagare.",
            "Välj en mottagare.",
            code="no-recipient",
            title="Mottagare saknas",
            field="recipients",
        )
    if own in wanted or not wanted <= set(may):
        raise InvalidInput(
            "En mottagare är inte med i ärendet, eller är er egen enhet.",
            "Välj bland ärendets andra enheter.",
            code="not-in-case",
            title="Mottagaren är inte med i ärendet",
            field="recipients",
        )
    return [unit_id for unit_id in may if unit_id in wanted]
