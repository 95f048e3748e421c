"""Bevis: what counts of held meetings is read again from the plans' events and compared with the rows."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db.models import Q

from followup.actions.meeting_counts import rows_of
from followup.models import CountedMeeting
from lus.events.models import Event
from sip.models import Plan
from sip.rules.meeting_facts import HELD

BATCH = 500


def plans_that_differ(*, batch: int = BATCH) -> Iterator[tuple[Plan, bool]]:
    """Yield every plan with a held meeting, and whether a row of it says something else than its events."""
    held = Event.objects.filter(name=HELD).values("case_id")
    with_meetings = Plan.objects.filter(Q(pk__in=held) | Q(case_id__in=held)).order_by("pk")
    last = UUID(int=0)
    while plans := list(with_meetings.filter(pk__gt=last)[:batch]):
        wanted = {plan.pk: rows_of(plan) for plan in plans}
        stored = _stored([key for rows in wanted.values() for key in rows])
        for plan in plans:
            yield plan, any(stored.get(key) != row for key, row in wanted[plan.pk].items())
        last = plans[-1].pk


def _stored(keys: list[UUID]) -> dict[UUID, dict[str, Any]]:
    rows = CountedMeeting.objects.filter(pk__in=keys)
    return {row.pk: {"unit_id": row.unit_id, "quarter": row.quarter, "facts": row.facts} for row in rows}
