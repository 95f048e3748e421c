"""Vidaresänd: a reception sends the case on to a unit of its own organisation, which takes the duties over.

The reception's receipt stays the organisation's receipt, and the clock of the first notice keeps its start.
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from discharge.rules.recipients import ROLE_OF_KIND
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.queries import may_forward_between, units_by_id
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .acknowledge_by_act import acknowledged_by_acting
from .case_act import begin
from .free_text import tidy_text
from .ready_notice_too import ready_notice_for


@transaction.atomic
def forward_case(
    *,
    case_id: UUID,
    unit_id: UUID,
    actor: Actor,
    at: datetime,
    note: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """Send the case on to ``unit_id`` of the actor's own organisation. ``note``: for that unit, in words."""
    act = begin(
        "forward_case",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.FORWARD_CASE,
        seen_version=seen_version,
        target_id=str(unit_id),
    )
    forwarded = {
        "unit_id": str(unit_id),
        "old_unit_id": str(actor.unit_id),
        "role": _role(actor, unit_id),
        "note": tidy_text(note, "note"),
    }
    return act.record(
        *acknowledged_by_acting(act.facts, actor),
        New("case_forwarded", forwarded),
        *ready_notice_for(act.facts, str(unit_id)),
    )


def _role(actor: Actor, unit_id: UUID) -> str:
    """Return the target's role. Raises InvalidInput unless it is another open unit of the same organisation."""
    found = units_by_id([unit_id, *([actor.unit_id] if actor.unit_id else [])])
    own, target = found.get(str(actor.unit_id)), found.get(str(unit_id))
    if own is None or target is None or not may_forward_between(own, target):
        raise InvalidInput(
            "Enheten hör inte till er organisation.",
            "Välj en enhet i listan. Är det en annan kommun: svara Fel mottagare.",
            code="other-organisation",
            field="unit_id",
        )
    if target.closed_on or target.kind not in ROLE_OF_KIND:
        raise InvalidInput(
            f"{target.name} tar inte emot ärenden.",
            "Välj en annan enhet.",
            code="unknown-unit",
            field="unit_id",
        )
    return ROLE_OF_KIND[target.kind]
