"""Kallelse till SIP: LUS 4 kap. 3 §, by the care contact in regional outpatient care, within three days."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.acknowledge_by_act import acknowledged_by_acting
from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from sip.rules.summons import AS_USUAL, Summons

from .plan_act import begin_sip
from .summons_parts import refuse_host, summons_data


@transaction.atomic
def send_sip_summons(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    meeting_at: datetime,
    place: str,
    summons: Summons = AS_USUAL,
    seen_version: int | None = None,
) -> CaseFacts:
    """Call the plan's units and the person to a meeting at ``meeting_at`` (in the future) at ``place``.

    ``summons``: what else it says; what is left out is as usual. Raises as ``summons_data`` and ``refuse_host``.
    """
    act = begin_sip(
        "send_sip_summons",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SUMMON_TO_SIP,
        seen_version=seen_version,
    )
    data = summons_data(act.facts, str(actor.unit_id), summons, meeting_at, place, at)
    refuse_host(actor, summons.at_place)
    return act.record(*acknowledged_by_acting(act.facts, actor), New("sip_summons_sent", data))
