"""Ta bort en rad ur planen: what it said last is kept, for whoever wrote in it meanwhile."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.case_act import refuse
from discharge.rules.facts import CaseFacts
from discharge.rules.refusal import Refusal
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from sip.rules.document.check_row import refuse_removal
from sip.rules.document.stale_row import stale_row
from sip.rules.document.who_writes import refuse_writer

from .document_act import begin_document
from .save_plan_row import RowChanged, saved_row


@transaction.atomic
def remove_plan_row(
    *, case_id: UUID, actor: Actor, at: datetime, row_id: UUID, row_version: int
) -> CaseFacts:
    """Take the row away. ``row_version``: what the page showed. Raises RowChanged, or the rules' refusal."""
    act = begin_document("remove_plan_row", case_id, actor=actor, at=at, permission=Permission.SEE_CASES)
    row = act.document.row(str(row_id))
    if row is None:
        said = ("Raden finns inte", "Raden finns inte i planen", "Ladda om sidan.")
        refuse(Refusal("plan-row-invalid", *said, field="row_id"))
        raise AssertionError
    if row.removed:
        return act.facts
    stale = stale_row(act.document, row.id, row_version, {})
    if stale is not None:
        raise RowChanged(stale)
    refuse(refuse_writer(act.writer, row.section, row, row.values))
    refuse(refuse_removal(act.document.rows, row.id))
    return act.record(saved_row(row.id, row.section, {}, row.row_version + 1, removed=True))
