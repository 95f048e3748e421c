"""Svara på kallelsen till SIP: the unit comes, cannot, or sends somebody else. The last answer holds."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.acknowledge_by_act import acknowledged_by_acting
from discharge.actions.free_text import tidy_text
from discharge.rules.facts import CaseFacts
from discharge.rules.sip_choices import ANSWERS
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .plan_act import begin_sip

LIMIT = 200


@transaction.atomic
def answer_sip_summons(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    answer: str,
    text: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """Answer for the acting unit. ``answer``: a key of ``ANSWERS``; all but *comes* say why, or who."""
    act = begin_sip(
        "answer_sip_summons",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SEE_CASES,
        seen_version=seen_version,
    )
    if answer not in ANSWERS:
        raise InvalidInput("Svaret fattas.", "Välj ett av svaren.", field="answer")
    text = tidy_text(text, "text", limit=LIMIT)
    if answer != "comes" and not text:
        raise InvalidInput(
            "Den som kallar behöver veta mer.",
            "Skriv varför ni inte kan, eller vem som kommer.",
            field="text",
        )
    own = {"unit_id": str(actor.unit_id), "participant_id": "", "by": "unit"}
    data = {**own, "answer": answer, "text": text}
    return act.record(*acknowledged_by_acting(act.facts, actor), New("sip_attendance_answered", data))
