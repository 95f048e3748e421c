"""Orsaken har upphört: nobody waits for it any more, from a day on; the days before it stand."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_home_ready import WaitingReason
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import AlreadyDone, InvalidInput
from lus.swedish_time import local_date

from .case_act import begin


@transaction.atomic
def close_waiting_reason(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    reason_id: UUID,
    until: date | None = None,
    seen_version: int | None = None,
) -> CaseFacts:
    """End the interval ``reason_id`` (its event).

    ``until``: the day it ceased (local), itself not counted; today if left out.
    """
    act = begin(
        "close_waiting_reason",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SEND_WARD_NOTICES,
        seen_version=seen_version,
    )
    reason = running_reason(act.facts, reason_id)
    today = local_date(at)
    last = until or today
    if not reason.since <= last <= today:
        raise InvalidInput(
            "Dagen ligger utanför tiden som orsaken gällde.",
            "Ange en dag från orsakens början till i dag.",
            field="until",
        )
    data = {
        "reason_id": reason.event_id,
        "code": reason.code,
        "unit_id": reason.owner_id,
        "until": last.isoformat(),
    }
    return act.record(New("waiting_reason_closed", data))


def running_reason(facts: CaseFacts, reason_id: UUID) -> WaitingReason:
    """Return the interval if it runs. Raises InvalidInput for one of another case, AlreadyDone for an ended one."""
    reason = next((reason for reason in facts.waiting if reason.event_id == str(reason_id)), None)
    if reason is None:
        raise InvalidInput("Orsaken finns inte i ärendet.", "Välj en orsak i listan.", field="reason_id")
    if not reason.is_open:
        raise AlreadyDone("Orsaken har redan upphört.", "Inget behöver göras.", event_id=reason.event_id)
    return reason
