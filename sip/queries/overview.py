"""SIP-översikt: the plans of the viewer's units, the next meeting first. The count of statements is always the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal, get_args

from django.db.models import F, Q, QuerySet

from discharge.queries.shown_person import GROWN, ShownPerson, shown
from lus.access_log.log import log_shown
from lus.deadlines.models import Obligation
from lus.organisations.actor import Actor
from lus.swedish_time import local_date
from sip.models import Plan
from sip.rules.next_of_plan import Next
from sip.rules.owed import ENDED

from .plan_turn import late_at, next_in_plans, owed_by_ours
from .visible import readable_plans

Show = Literal["open", "ours", "meeting", "late", "children", "ended"]
SHOWS: Final[tuple[Show, ...]] = get_args(Show)
MOST: Final = 200
YEAR: Final = timedelta(days=365.25)


@dataclass(frozen=True, slots=True)
class ListedPlan:
    """One row. ``person`` masked when the identity is protected. ``next_unit``: the name of the unit that owes it."""

    plan: Plan
    person: ShownPerson
    next: Next[Obligation]
    next_unit: str


@dataclass(frozen=True, slots=True)
class Overview:
    """``rows``: at most ``MOST``; ``more``: how many there are beyond them."""

    rows: Sequence[ListedPlan]
    more: int


def show_called(name: str) -> Show | None:
    """Return the choice of that name, or None."""
    return next((show for show in SHOWS if show == name), None)


def plans_overview(viewer: Actor, show: Show, *, at: datetime) -> Overview:
    """Return the plans that ``show`` asks for, by meeting, then by follow-up. Logs whoever is shown."""
    today = local_date(at)
    wanted = _wanted(readable_plans(viewer), show, viewer, at)
    ordered = wanted.select_related("person", "led_by").order_by(
        F("meeting_at").asc(nulls_last=True), F("follow_up_on").asc(nulls_last=True), "opened_at", "pk"
    )
    found = list(ordered[: MOST + 1])
    more = wanted.count() - MOST if len(found) > MOST else 0
    nexts = next_in_plans(viewer, found[:MOST], at)
    rows = [ListedPlan(plan, shown(plan.person, today), *nexts[plan.pk]) for plan in found[:MOST]]
    log_shown(viewer, "sip_overview", [plan.person_id for plan in found[:MOST]], at=at)
    return Overview(rows, more)


def _wanted(plans: QuerySet[Plan], show: Show, viewer: Actor, at: datetime) -> QuerySet[Plan]:
    today, ended = local_date(at), Q(state__in=ENDED)
    chosen = {
        "open": ~ended,
        "ours": owed_by_ours(viewer, at),
        "meeting": Q(state="summoned"),
        "late": late_at(at),
        "children": ~ended & Q(person__birth_date__gt=today - GROWN * YEAR),
        "ended": ended,
    }
    return plans.filter(chosen[show])
