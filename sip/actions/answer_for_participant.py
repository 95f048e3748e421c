"""Svar från personen eller en närstående: somebody without an account has told staff whether they come."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.acknowledge_by_act import acknowledged_by_acting
from discharge.actions.free_text import tidy_text
from discharge.rules.facts import CaseFacts
from discharge.rules.sip_choices import PERSON_ANSWERS
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput
from sip.queries.visible import plan_of

from .answer_sip_summons import LIMIT
from .people_act import meeting_act, meeting_ahead, person_called


@transaction.atomic
def answer_for_participant(
    *, plan_id: UUID, actor: Actor, at: datetime, participant_id: UUID, answer: str, text: str = ""
) -> CaseFacts:
    """Record what one of the called has said. ``answer``: a key of ``PERSON_ANSWERS``. The last answer holds."""
    actor.require(Permission.SEE_CASES)
    act = meeting_act(plan_of(actor, plan_id), actor, at)
    one = person_called(meeting_ahead(act), participant_id)
    said = answered(one.participant_id, answer, text, by="staff")
    return act.record(*acknowledged_by_acting(act.facts, actor), said)


def answered(participant_id: str, answer: str, text: str, *, by: str) -> New:
    """Return the event. ``by``: ``staff`` or ``code``. Raises InvalidInput for an answer that is none."""
    if answer not in PERSON_ANSWERS:
        raise InvalidInput("Svaret fattas.", "Välj ett av svaren.", field="answer")
    text = tidy_text(text, "text", limit=LIMIT)
    data = {"unit_id": "", "participant_id": participant_id, "answer": answer, "text": text, "by": by}
    return New("sip_attendance_answered", data)
