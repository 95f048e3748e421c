"""Uppdatera en insats: how far a measure has come. No new version; the units have confirmed the measure itself."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.case_act import refuse
from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput
from sip.rules.document.choices import STATUSES
from sip.rules.document.row import rows_in
from sip.rules.document.who_writes import refuse_writer

from .document_act import begin_document


@transaction.atomic
def update_intervention(*, case_id: UUID, actor: Actor, at: datetime, row_id: UUID, status: str) -> CaseFacts:
    """Record how far the measure has come. ``status``: a key of ``STATUSES``. Raises InvalidInput, or a refusal."""
    see = Permission.SEE_CASES
    act = begin_document("update_intervention", case_id, actor=actor, at=at, permission=see)
    row = next((one for one in rows_in(act.document.rows, "intervention") if one.id == str(row_id)), None)
    if row is None:
        raise InvalidInput("Insatsen finns inte i planen.", "Välj en av insatserna.", field="row_id")
    if status not in STATUSES:
        raise InvalidInput("Status fattas.", "Välj hur långt insatsen har kommit.", field="status")
    refuse(refuse_writer(act.writer, row.section, row, row.values))
    if row.get("status") == status:
        return act.facts
    return act.record(New("sip_intervention_updated", {"row_id": row.id, "status": status}))
