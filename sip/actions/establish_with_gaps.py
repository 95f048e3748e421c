"""Upprätta utan alla svar: after the limit, with a reason, and the units that have not answered by name."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.case_act import refuse
from discharge.rules.facts import CaseFacts
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from sip.rules.document.confirm import left_to_confirm, refuse_gaps
from sip.rules.document.when import is_compulsory
from sip.rules.document.who_writes import may_lock

from .document_act import begin_document
from .process_of_document import established


@transaction.atomic
def establish_with_gaps(*, case_id: UUID, actor: Actor, at: datetime, reason: str) -> CaseFacts:
    """Let the locked version be in force though units have not confirmed it. Raises the rules' refusal."""
    see = Permission.SEE_CASES
    act = begin_document("establish_with_gaps", case_id, actor=actor, at=at, permission=see, with_case=True)
    compulsory, leads = is_compulsory(act.process), may_lock(act.writer, act.document.rows)
    whose = {"is_compulsory": compulsory, "may_lock": leads}
    refuse(refuse_gaps(act.document, reason, at, **whose, process=act.process))
    missing = list(left_to_confirm(act.document))
    return established(act, {"missing": missing, "reason": reason.strip()})
