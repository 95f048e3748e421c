"""Lås en version av planen, HSL 16 kap. 4 §, LUS 4 kap. 2 §: what the units confirm; with the person's consent only."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.case_act import refuse
from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import Refused
from sip.queries.document_page import lock_basis_of
from sip.rules.document.confirm import all_confirmed
from sip.rules.document.content_hash import content_hash
from sip.rules.document.lock_basis import LockBasis
from sip.rules.document.missing import Missing
from sip.rules.document.ready_to_lock import missing_parts
from sip.rules.document.row import rows_in
from sip.rules.document.version_refusal import refuse_lock

from .document_act import DocumentAct, begin_document
from .plan_parts import consent_to_plan
from .process_of_document import established, in_process


class PlanNotReady(Refused):
    """Parts are missing. ``missing``: all of them at once, in the page's order, each with its law."""

    status, code, title = 409, "plan-not-ready", "Planen är inte klar att låsa"

    def __init__(self, missing: Sequence[Missing]) -> None:
        count = "En uppgift" if len(missing) == 1 else f"{len(missing)} uppgifter"
        super().__init__(f"{count} fattas i planen.", "Fyll i det som står i listan, och lås sedan.")
        self.missing = tuple(missing)


@transaction.atomic
def lock_plan_version(
    *, case_id: UUID, actor: Actor, at: datetime, consented: bool = False, short: bool = False
) -> CaseFacts:
    """Lock what is written as the next version. ``consented``: the person agrees to the plan; ``short``: *Kort SIP*.

    Every unit with a measure confirms it then; where all have confirmed this very content, it is in force at once.
    Raises PlanNotReady, or the rules' refusal.
    """
    see = Permission.SEE_CASES
    act = begin_document("lock_plan_version", case_id, actor=actor, at=at, permission=see, with_case=True)
    refuse(refuse_lock(act.document))
    basis = lock_basis_of(act.plan, act.process, at, has_consent=True, is_short=short)
    consent = consent_at_lock(act, basis, consented)
    missing = missing_parts(act.document.rows, basis)
    if missing:
        raise PlanNotReady(missing)
    if consent:
        in_process(act, *consent)
    data = {"no": next_number(act), "content_hash": content_hash(act.document.rows)}
    facts = act.record(New("sip_version_locked", data))
    return established(act) if all_confirmed(act.document) else facts


def consent_at_lock(act: DocumentAct, basis: LockBasis, consented: bool) -> list[New]:
    """Return the consent that is given now; of a child each guardian that the plan names gives it."""
    kind = "shared_record" if basis.is_compulsory else "sip_create"
    named = [f"guardian{row.get('number') or 1}" for row in rows_in(act.document.rows, "guardian")]
    given_by = (named or ["guardian1"]) if basis.is_child else ["self"]
    return consent_to_plan(act.process, consented, act.at, kind, given_by)


def next_number(act: DocumentAct) -> int:
    """Return the number of the next version: one after the newest, also of those that were made elsewhere."""
    locked = act.document.locked
    return max(locked.no if locked else 0, act.process.sip.version) + 1
