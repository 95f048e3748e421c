"""Ringt – logga: a call to a unit in the case, so that nobody calls twice. Intern rutin."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .acknowledge_by_act import acknowledged_by_acting
from .case_act import CaseAct, begin
from .free_text import tidy_text

OUTCOMES = {"reached": "Nådde dem", "no_answer": "Inget svar", "message_left": "Lämnade besked"}


@transaction.atomic
def record_phone_contact(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    unit_id: UUID | str,
    outcome: str,
    function: str = "",
    answered_by: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """Write down a call just made to ``unit_id`` (a unit of the case). ``outcome``: a key of ``OUTCOMES``.

    ``function``: which number was called; ``answered_by``: which function answered, needed when somebody did.
    """
    act = begin(
        "record_phone_contact",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.ACKNOWLEDGE,
        seen_version=seen_version,
    )
    called = _unit_in_case(act, str(unit_id))
    if outcome not in OUTCOMES:
        raise InvalidInput("Hur samtalet gick behöver anges.", "Välj ur listan.", field="outcome")
    answered = tidy_text(answered_by, "answered_by")
    if outcome == "reached" and not answered:
        raise InvalidInput("Vem som svarade fattas.", "Skriv funktionen, inte ett namn.", field="answered_by")
    data = {
        "unit_id": called,
        "function": tidy_text(function, "function"),
        "answered_by": answered,
        "outcome": outcome,
        "called_at": at.isoformat(),
    }
    return act.record(*acknowledged_by_acting(act.facts, actor), New("phone_contact_recorded", data))


def _unit_in_case(act: CaseAct, unit_id: str) -> str:
    known = {act.facts.ward_id, *(unit.unit_id for unit in act.facts.active_units)}
    if unit_id not in known - {str(act.actor.unit_id)}:
        raise InvalidInput("Enheten är inte med i ärendet.", "Välj en av ärendets enheter.", field="unit_id")
    return unit_id
