"""The one writer of what counts of held meetings: rows made equal to what a plan's events say."""

from typing import Any
from uuid import UUID

from django.db.models import Q

from followup.models import CountedMeeting
from followup.rules.counted_meeting import counted_meetings
from lus.events.models import Event
from sip.models import Plan
from sip.queries.plan_facts import process_of

Rows = dict[UUID, dict[str, Any]]


def meetings_are_counted(event: Event) -> None:
    """Reaction: a meeting was held, or something followed from one."""
    plan = Plan.objects.filter(Q(pk=event.case_id) | Q(case_id=event.case_id)).first()
    if plan is not None:
        keep_counts_of(plan)


def keep_counts_of(plan: Plan) -> None:
    """Make the rows of the plan's meetings agree with its events. A row is never taken away: no event is."""
    for key, wanted in rows_of(plan).items():
        CountedMeeting.objects.update_or_create(pk=key, defaults=wanted)


def rows_of(plan: Plan) -> Rows:
    """Return what is stored of each held meeting of the plan, by the id of the event that tells it."""
    return {
        UUID(one.event_id): {"unit_id": UUID(one.led_by), "quarter": one.quarter, "facts": one.facts}
        for one in counted_meetings(process_of(plan))
        if one.led_by
    }
