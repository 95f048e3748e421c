"""Föreslå mötestider: two to eight times that every unit and the person say yes or no to, before the summons."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import transaction

from discharge.actions.acknowledge_by_act import acknowledged_by_acting
from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_meeting import PLACE_KINDS
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput
from sip.rules.poll_ranking import refuse_slots
from sip.rules.summons import usual_place_kind, usual_reply_by
from sip.rules.summons_complete import refuse_reply_by

from .plan_act import begin_sip
from .typed_input import refuse_input


@transaction.atomic
def open_sip_poll(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    times: Sequence[datetime],
    place_kind: str = "",
    reply_by: date | None = None,
    seen_version: int | None = None,
) -> CaseFacts:
    """Ask everybody about ``times``. New times end an earlier proposal. It is no summons (LUS 4 kap. 3 §)."""
    act = begin_sip(
        "open_sip_poll",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SUMMON_TO_SIP,
        seen_version=seen_version,
    )
    refuse_input(refuse_slots(times, at))
    kind = place_kind or usual_place_kind(act.facts)
    if kind not in PLACE_KINDS:
        raise InvalidInput("Hur mötet hålls fattas.", "Välj ett av sätten.", field="place_kind")
    first = min(times)
    reply_by = reply_by or usual_reply_by(first, at, act.facts)
    refuse_input(refuse_reply_by(reply_by, first, at))
    data = {
        "slots": [{"id": str(uuid4()), "starts_at": time.isoformat()} for time in sorted(times)],
        "place_kind": kind,
        "reply_by": reply_by.isoformat(),
        "recipients": [unit.unit_id for unit in act.facts.active_units],
    }
    return act.record(*acknowledged_by_acting(act.facts, actor), New("sip_poll_opened", data))
