"""One row of *SIP-översikt*, in words."""

from datetime import datetime
from typing import Any

from django.urls import reverse

from discharge.rules.facts_of_sip import PRINCIPALS, state_words
from discharge.views.listed_person import listed_person
from lus.organisations.actor import Actor
from lus.swedish_time import local_date
from lus.web.words import day, moment
from sip.queries.overview import ListedPlan, stands
from sip.rules.opening import ORIGIN_WORDS
from sip.rules.what_next import what_next

UNKNOWN = "–"


def plan_row(item: ListedPlan, viewer: Actor, at: datetime) -> dict[str, Any]:
    """Return ``{person, where, state, meeting, answers, responsible, follow_up, late, next, mine}``."""
    plan, today = item.plan, local_date(at)
    own = {str(unit_id) for unit_id in viewer.unit_ids}
    following = what_next(stands(plan), own, at, today)
    return {
        "person": listed_person(item.person, plan.reference, reverse("sip_plan", args=[plan.pk])),
        "where": ORIGIN_WORDS[plan.origin],
        "state": state_words(plan.state, plan.needed),
        "meeting": moment(plan.meeting_at, at) if plan.meeting_at else UNKNOWN,
        "answers": f"{plan.asked - len(plan.awaited)}/{plan.asked}" if plan.asked else UNKNOWN,
        "responsible": PRINCIPALS.get(plan.responsible, UNKNOWN),
        "follow_up": day(plan.follow_up_on, today) if plan.follow_up_on else UNKNOWN,
        "next": following.words,
        "mine": following.mine,
        "late": following.late,
        "leads": plan.led_by.name if plan.led_by else "",
    }
