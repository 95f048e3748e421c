"""Fel mottagare: the notice came to the wrong unit; it may propose the right one and then sees the case no more."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.queries import same_municipality
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .case_act import begin
from .redirect_notice import redirected, refuse_new
from .send_admission_notice import refuse_receiver

REASONS = {
    "other_municipality": "Annan kommun",
    "other_district": "Annan stadsdel",
    "other_primary_care": "Annan vårdcentral",
    "moved": "Personen har flyttat",
    "other": "Annat",
}


@transaction.atomic
def report_wrong_recipient(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    reason: str,
    suggested_unit_id: UUID | None = None,
    seen_version: int | None = None,
) -> CaseFacts:
    """Tell the ward. ``reason`` is a key of ``REASONS``. The clock of the notice keeps its start.

    A right unit of the own municipality gets the notice at once: the municipality is told, only its door was wrong.
    Any other proposal is the ward's to send.
    """
    act = begin(
        "report_wrong_recipient",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.ANSWER_NOTICE,
        seen_version=seen_version,
    )
    if reason not in REASONS:
        raise InvalidInput("Ett skäl behöver anges.", "Välj ett skäl ur listan.", field="reason")
    suggested = str(suggested_unit_id) if suggested_unit_id else None
    if suggested:
        _refuse_suggestion(suggested, act.facts)
    reported = {"unit_id": str(actor.unit_id), "reason": reason, "suggested_unit_id": suggested}
    return act.record(New("wrong_recipient_reported", reported), *_at_once(act.facts, actor, suggested))


def _at_once(facts: CaseFacts, actor: Actor, suggested: str | None) -> list[New]:
    """Return the redirection, when the right unit belongs to the same municipality and has the same role."""
    own = facts.unit(str(actor.unit_id))
    if own is None or own.under or suggested is None or actor.unit_id is None:
        return []
    if not same_municipality(actor.unit_id, suggested):
        return []
    refuse_new(facts, suggested, own.role, field="suggested_unit_id")
    return redirected(facts, own, suggested)


def _refuse_suggestion(suggested: str, facts: CaseFacts) -> None:
    refuse_receiver(suggested, field="suggested_unit_id")
    known = facts.unit(suggested)
    if known is not None and known.takes_part:
        raise InvalidInput(
            "Den föreslagna enheten är redan med i ärendet.",
            "Välj en annan enhet, eller lämna förslaget tomt.",
            field="suggested_unit_id",
        )
