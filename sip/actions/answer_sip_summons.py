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
from lus.organisations.queries import open_units
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
    substitute_unit_id: UUID | None = None,
    seen_version: int | None = None,
) -> CaseFacts:
    """Answer for the acting unit. ``answer``: a key of ``ANSWERS``; all but *comes* say why, or who.

    ``substitute_unit_id``: with ``sends_other``, the other unit that comes, if the one who calls agrees; None: the
    acting unit sends somebody of its own, which needs no yes.
    """
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
    said = [New("sip_attendance_answered", {**own, "answer": answer, "text": text})]
    if answer == "sends_other":
        said.append(_substitute(act.facts, str(actor.unit_id), text, substitute_unit_id))
    return act.record(*acknowledged_by_acting(act.facts, actor), *said)


def _substitute(facts: CaseFacts, unit_id: str, name: str, other: UUID | None) -> New:
    """Ersättare: the unit's own, or another unit's, which must be open and not be called already."""
    meeting = facts.sip.meeting
    one = meeting.of_unit(unit_id) if meeting else None
    assert meeting is not None
    assert one is not None
    if other is not None and (meeting.of_unit(str(other)) or str(other) == meeting.summoned_by):
        raise InvalidInput(
            "Den enheten är redan med på mötet.", "Svara att ni inte kan.", field="substitute_unit_id"
        )
    if other is not None and not open_units().filter(pk=other).exists():
        raise InvalidInput("Enheten är stängd.", "Välj en annan enhet.", field="substitute_unit_id")
    data = {"unit_id": unit_id, "participant_id": one.participant_id, "name": name}
    return New("sip_substitute_named", {**data, "substitute_unit_id": str(other or "")})
