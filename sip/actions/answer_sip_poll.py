"""Svara på tidsförslaget: yes, if needed or no to each time, for the own unit or for the person who has said so."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.acknowledge_by_act import acknowledged_by_acting
from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from sip.rules.poll_ranking import refuse_answers

from .plan_act import begin_sip
from .typed_input import refuse_input


@transaction.atomic
def answer_sip_poll(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    answers: Mapping[str, str],
    for_person: bool = False,
    seen_version: int | None = None,
) -> CaseFacts:
    """Answer. ``answers``: a key of ``SLOT_ANSWERS`` by slot id, one for each time. The last answer holds."""
    act = begin_sip(
        "answer_sip_poll",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SEE_CASES,
        seen_version=seen_version,
    )
    poll = act.facts.sip.poll
    assert poll is not None
    given = {str(slot_id): answer for slot_id, answer in answers.items()}
    refuse_input(refuse_answers(poll, given))
    data = {"unit_id": str(actor.unit_id), "for_person": for_person, "answers": given}
    return act.record(*acknowledged_by_acting(act.facts, actor), New("sip_slot_answered", data))
