"""Ta bort enhet: the unit is not concerned after all. It keeps what it had received, and owes nothing more."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from discharge.rules.recipients import check_recipients
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .case_act import begin, refuse
from .free_text import tidy_text


@transaction.atomic
def remove_concerned_unit(
    *,
    case_id: UUID,
    unit_id: UUID,
    actor: Actor,
    at: datetime,
    reason: str,
    seen_version: int | None = None,
) -> CaseFacts:
    """Remove a unit, with the reason in words; it is told. A wrong recipient is replaced, not removed."""
    act = begin(
        "remove_concerned_unit",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SEND_WARD_NOTICES,
        seen_version=seen_version,
        target_id=str(unit_id),
    )
    _refuse_target(act.facts, str(unit_id))
    _refuse_last_outpatient(act.facts, str(unit_id))
    reason = tidy_text(reason, "reason", required=True)
    return act.record(New("concerned_unit_removed", {"unit_id": str(unit_id), "reason": reason}))


def _refuse_last_outpatient(facts: CaseFacts, unit_id: str) -> None:
    """The guard of LUS 2 kap. 1 § also when recipients change (OB-02)."""
    left = [unit.role for unit in facts.active_units if unit.unit_id != unit_id]
    if facts.need_municipal_health:
        refuse(check_recipients(municipal_health=True, roles=left or ["ward"]), field="unit_id")


def _refuse_target(facts: CaseFacts, unit_id: str) -> None:
    unit = facts.unit(unit_id)
    if unit is None:
        raise InvalidInput("Enheten är inte med i ärendet.", "Välj en av ärendets enheter.", field="unit_id")
    if unit.state == "wrong_recipient":
        raise InvalidInput(
            "Enheten har svarat Fel mottagare och ser inte längre ärendet.",
            "Välj i stället en ny mottagare.",
            field="unit_id",
        )
