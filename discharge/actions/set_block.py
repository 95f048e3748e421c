"""Spärr, PDL 4 kap. 4 §, SVOD 2 kap.: the patient objects to other units reading what this one has written."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.blocks import ASKED_BY, SCOPES, covers, guardian_refusal
from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import AlreadyDone, InvalidInput
from lus.swedish_time import local_date

from .case_act import begin


@transaction.atomic
def set_block(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    scope: str,
    asked_by: str = "patient",
    seen_version: int | None = None,
) -> CaseFacts:
    """Block what the actor's own unit writes, and has written, in ``scope`` (a key of ``SCOPES``).

    ``asked_by``: a key of ``ASKED_BY``; a guardian cannot block a child's information.
    Raises AlreadyDone when blocks in force hide all of it already.
    """
    act = begin(
        "set_block",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.WRITE_MESSAGES,
        seen_version=seen_version,
    )
    own = str(actor.unit_id)
    if scope not in SCOPES:
        raise InvalidInput("Det sägs inte vad som ska spärras.", "Välj vad spärren gäller.", field="scope")
    if asked_by not in ASKED_BY:
        raise InvalidInput("Det sägs inte vem som begär spärren.", "Välj vem som begär.", field="asked_by")
    if asked_by == "guardian":
        raise InvalidInput(*guardian_refusal(act.facts, local_date(at)), field="asked_by")
    if covers(act.facts, own, scope):
        raise AlreadyDone("Uppgifterna är redan spärrade.", "Ni behöver inte göra något mer.")
    data = {"scope": scope, "unit_id": own, "asked_by": asked_by, "ground": "patient_objects"}
    return act.record(New("block_set", data))
