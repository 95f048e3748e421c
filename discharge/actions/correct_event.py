"""Rätta en uppgift: an event of its own that points at the first one. Clocks, duties and days follow the right fact.

Intern rutin: three days after the patient left, or when more days would count, a second person must confirm.
"""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission

from .case_act import begin
from .correction import check_history, difference, own_fact, who_was_told
from .free_text import tidy_text


@transaction.atomic
def correct_event(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    event_id: UUID,
    values: Mapping[str, str],
    reason: str,
    seen_version: int | None = None,
) -> CaseFacts:
    """Replace facts of the own unit's event ``event_id``; what was first said is kept.

    ``values``: ``{field: text}`` by ``CORRECTABLE``, times as ISO 8601 with offset; fields left out stay. When a
    second person is needed only a proposal is recorded (``confirm_correction``).
    """
    act = begin(
        "correct_event",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SEE_CASES,
        seen_version=seen_version,
    )
    event = own_fact(act.facts, actor, event_id)
    change = difference(event, values)
    data = {
        "event_id": event.event_id,
        "event_name": event.name,
        "old": change.old,
        "new": change.new,
        "reason": tidy_text(reason, "reason", required=True),
        "recipients": who_was_told(act.facts, event),
    }
    why = check_history(act.facts, data, at)
    if why:
        proposed = {**data, "proposed_by": str(actor.user_id or actor.name), "why": why}
        return act.record(New("event_correction_proposed", proposed))
    return act.record(New("event_corrected", data, corrects=UUID(event.event_id)))
