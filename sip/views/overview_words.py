"""One row of *SIP-översikt*, in words."""

from datetime import datetime
from typing import Any

from django.urls import reverse

from discharge.rules.facts_of_sip import PRINCIPALS, state_words
from discharge.views.listed_person import listed_person
from lus.swedish_time import local_date
from lus.web.words import day, moment
from sip.queries.overview import ListedPlan
from sip.rules.opening import ORIGIN_WORDS

from .duty_words import next_words

UNKNOWN = "–"


def plan_row(item: ListedPlan, at: datetime) -> dict[str, Any]:
    """Return ``{person, where, state, meeting, answers, responsible, follow_up, late, next, mine}``."""
    plan, today = item.plan, local_date(at)
    return {
        "person": listed_person(item.person, plan.reference, reverse("sip_plan", args=[plan.pk])),
        "where": ORIGIN_WORDS[plan.origin],
        "state": state_words(plan.state, plan.needed),
        "meeting": moment(plan.meeting_at, at) if plan.meeting_at else UNKNOWN,
        "answers": f"{plan.asked - len(plan.awaited)}/{plan.asked}" if plan.asked else UNKNOWN,
        "responsible": PRINCIPALS.get(plan.responsible, UNKNOWN),
        "follow_up": day(plan.follow_up_on, today) if plan.follow_up_on else UNKNOWN,
        "next": next_words(plan, item.next),
        "mine": item.next.mine,
        "late": item.next.late,
        "whose": item.next_unit,
    }
