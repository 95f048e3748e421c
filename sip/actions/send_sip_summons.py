"""Kallelse till SIP: LUS 4 kap. 3 §, by the care contact in regional outpatient care, within three days."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.acknowledge_by_act import acknowledged_by_acting
from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission

from .meeting_time import checked_meeting
from .plan_act import begin_sip


@transaction.atomic
def send_sip_summons(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    meeting_at: datetime,
    place: str,
    seen_version: int | None = None,
) -> CaseFacts:
    """Summon every concerned unit to a meeting at ``meeting_at`` (in the future) at ``place``."""
    act = begin_sip(
        "send_sip_summons",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SUMMON_TO_SIP,
        seen_version=seen_version,
    )
    data = {
        "meeting_at": meeting_at.isoformat(),
        "place": checked_meeting(meeting_at, place, at),
        "recipients": [unit.unit_id for unit in act.facts.active_units],
        "satisfies_lus_4_3": True,
    }
    return act.record(*acknowledged_by_acting(act.facts, actor), New("sip_summons_sent", data))
