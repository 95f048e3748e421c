"""Rätta mottagare: the ward sends the notice to the right unit instead of the one that was wrong.

The duty's clock keeps its start, and both times stay: when it was first sent and when it reached the right unit.
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts, ConcernedUnit
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .case_act import begin
from .ready_notice_too import ready_notice_for
from .send_admission_notice import refuse_receiver


@transaction.atomic
def redirect_notice(
    *,
    case_id: UUID,
    wrong_unit_id: UUID,
    new_unit_id: UUID,
    actor: Actor,
    at: datetime,
    seen_version: int | None = None,
) -> CaseFacts:
    """Send the admission notice to ``new_unit_id`` in the role of the unit that reported itself wrong."""
    act = begin(
        "redirect_notice",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SEND_WARD_NOTICES,
        seen_version=seen_version,
        target_id=str(wrong_unit_id),
    )
    wrong = _wrong(act.facts, str(wrong_unit_id))
    refuse_new(act.facts, str(new_unit_id), wrong.role)
    return act.record(*redirected(act.facts, wrong, str(new_unit_id)))


def redirected(facts: CaseFacts, wrong: ConcernedUnit, new_unit_id: str) -> list[New]:
    """Return what is recorded when ``new_unit_id`` takes the wrong unit's place, with the first notice's time."""
    corrected = {
        "old_unit_id": wrong.unit_id,
        "unit_id": new_unit_id,
        "role": wrong.role,
        "why": "rätt mottagare",
        "first_sent_at": wrong.told_at.isoformat() if wrong.told_at else None,
    }
    return [New("recipient_corrected", corrected), *ready_notice_for(facts, new_unit_id)]


def refuse_new(facts: CaseFacts, unit_id: str, role: str, field: str = "new_unit_id") -> None:
    """Refuse a unit that cannot take a wrong one's place: of another kind, closed, or in the case already."""
    refuse_receiver(unit_id, role, field=field)
    known = facts.unit(unit_id)
    if known is not None and (known.takes_part or known.state == "wrong_recipient"):
        raise InvalidInput(
            "Den enheten är redan med i ärendet, eller har själv svarat Fel mottagare.",
            "Välj en annan enhet.",
            field=field,
        )


def _wrong(facts: CaseFacts, unit_id: str) -> ConcernedUnit:
    unit = facts.unit(unit_id)
    if unit is None or unit.state != "wrong_recipient":
        raise InvalidInput(
            "Den enheten har inte sagt att den är fel mottagare.",
            "Välj en enhet som är markerad Fel mottagare.",
            field="wrong_unit_id",
        )
    return unit
