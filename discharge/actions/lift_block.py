"""Häv spärr, PDL 4 kap. 5 §: the unit that set it lifts it, whole, when the patient consents."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.blocks import blocks_of
from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput, NotThere

from .case_act import begin
from .record_information_consent import FORMS


@transaction.atomic
def lift_block(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    block_id: UUID,
    form: str = "oral",
    seen_version: int | None = None,
) -> CaseFacts:
    """Lift the own unit's block (the id of its event) with the patient's consent. ``form``: a key of ``FORMS``.

    Raises NotThere for another unit's block, and for one that is lifted.
    """
    act = begin(
        "lift_block",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.WRITE_MESSAGES,
        seen_version=seen_version,
    )
    own = str(actor.unit_id)
    if str(block_id) not in {block.block_id for block in blocks_of(act.facts, own)}:
        raise NotThere
    if form not in FORMS:
        raise InvalidInput(
            "Det sägs inte hur samtycket gavs.", "Välj muntligt eller skriftligt.", field="form"
        )
    data = {
        "block_id": str(block_id),
        "ground": "consent",
        "unit_id": own,
        "opened_for": None,
        "valid_to": None,
        "reason": "",
        "form": form,
    }
    return act.record(New("block_lifted", data))
