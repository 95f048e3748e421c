"""Nödöppning, PDL 4 kap. 5 §: a unit reads what another has blocked, for care that the patient must have."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.blocks import OPEN_FOR, blocks_of
from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_blocks import Block
from lus.access_log.log import log_shown
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import AlreadyDone, InvalidInput, NotThere

from .case_act import begin
from .free_text import tidy_text


@transaction.atomic
def open_block_in_emergency(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    unit_id: UUID,
    reason: str,
    confirmed: bool = False,
    seen_version: int | None = None,
) -> CaseFacts:
    """Open what ``unit_id`` has blocked for the actor's own unit, for 24 hours. The blocking unit is told.

    ``reason``: why the care cannot wait, at most 300 characters. Raises NotThere for a unit without a block.
    """
    act = begin(
        "open_block_in_emergency",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.WRITE_MESSAGES,
        seen_version=seen_version,
    )
    own = str(actor.unit_id)
    blocks = blocks_of(act.facts, str(unit_id))
    if not blocks or str(unit_id) == own:
        raise NotThere
    closed = [block for block in blocks if block.open_until((own,), at) is None]
    if not closed:
        raise AlreadyDone("Spärren är redan öppnad för er enhet.", "Gå till ärendet och läs.")
    why = tidy_text(reason, "reason", required=True)
    if not confirmed:
        said = "Nödöppning kräver att vården inte kan vänta."
        raise InvalidInput(said, "Bekräfta att uppgifterna behövs för vården.", field="confirmed")
    facts = act.record(*(_opened(block, own, why, at) for block in closed))
    log_shown(actor, "block_opened_in_emergency", [UUID(facts.person_id)], at=at, case_id=case_id)
    return facts


def _opened(block: Block, own: str, reason: str, at: datetime) -> New:
    data = {
        "block_id": block.block_id,
        "ground": "emergency",
        "unit_id": block.unit_id,
        "opened_for": own,
        "valid_to": (at + OPEN_FOR).isoformat(),
        "reason": reason,
        "form": "",
    }
    return New("block_lifted", data)
