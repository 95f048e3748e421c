"""Invända mot planen: a unit with a measure says what is wrong; the plan is a draft again."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.free_text import tidy_text
from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission

from .document_act import begin_document
from .version_answer import answer_on


@transaction.atomic
def object_to_plan_version(
    *, case_id: UUID, actor: Actor, at: datetime, content_hash: str, note: str
) -> CaseFacts:
    """Object to the locked version. ``note``: what is wrong. Raises PlanChanged (SIP20), InvalidInput without words."""
    see = Permission.SEE_CASES
    act = begin_document(
        "object_to_plan_version", case_id, actor=actor, at=at, permission=see, with_case=True
    )
    said = tidy_text(note, "note", required=True)
    return act.record(New("sip_unit_objected", answer_on(act, content_hash, said)))
