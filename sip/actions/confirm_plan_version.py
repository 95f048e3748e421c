"""Justera planen: a unit with a measure stands by one exact content; when all have, the plan is established."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.free_text import tidy_text
from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from sip.rules.document.confirm import all_confirmed

from .document_act import begin_document
from .process_of_document import established
from .version_answer import answer_on


@transaction.atomic
def confirm_plan_version(
    *, case_id: UUID, actor: Actor, at: datetime, content_hash: str, note: str = ""
) -> CaseFacts:
    """Confirm the locked version. ``content_hash``: of what the unit has read. Raises PlanChanged (SIP20)."""
    see = Permission.SEE_CASES
    act = begin_document("confirm_plan_version", case_id, actor=actor, at=at, permission=see, with_case=True)
    data = answer_on(act, content_hash, tidy_text(note, "note"))
    facts = act.record(New("sip_unit_confirmed", data))
    return established(act) if all_confirmed(act.document) else facts
