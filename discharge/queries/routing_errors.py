"""Felrouting: how often notices reached the wrong unit, by month and cause. Counted, never a patient."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q

from discharge.models import Case, CaseUnit
from lus.events.models import Event
from lus.organisations.actor import Actor
from lus.organisations.models import PrincipalKind, Unit
from lus.organisations.queries import subunit_ids
from lus.organisations.roles import Permission
from lus.swedish_time import local_date, local_midnight

MONTHS = 12
FEWEST = 5  # a smaller number could point at a person


@dataclass(frozen=True, slots=True)
class Month:
    """``sent``: notices to units in the month; ``wrong``: of them. None = between one and four.

    ``share``: wrong of sent, when both may be told; ``causes``: by reason, only those that may be told.
    """

    first: date
    sent: int | None
    wrong: int | None
    share: float | None
    causes: Mapping[str, int]


def routing_errors(actor: Actor, *, at: datetime) -> list[Month]:
    """Return twelve months, newest first: for a municipality what came to it, for a hospital what it sent."""
    actor.require(Permission.ADMINISTER_UNIT)
    months = first_days(local_date(at))
    told = CaseUnit.objects.filter(_scope(actor), told_at__gte=local_midnight(months[-1]), told_at__lte=at)
    sent: Counter[date] = Counter()
    wrong_in: dict[tuple[UUID, UUID], date] = {}
    for case_id, unit_id, told_at, state in told.values_list("case_id", "unit_id", "told_at", "state"):
        assert told_at is not None
        month = local_date(told_at).replace(day=1)
        sent[month] += 1
        if state == "wrong_recipient":
            wrong_in[case_id, unit_id] = month
    causes = _causes(wrong_in)
    return [month_of(first, sent[first], causes.get(first, Counter())) for first in months]


def month_of(first: date, sent: int, causes: Counter[str]) -> Month:
    """Return the month as it may be shown: no number from one to four, nor one that it could be reckoned from."""
    wrong = causes.total()
    may_share = sent >= FEWEST and (wrong == 0 or wrong >= FEWEST)
    told = {reason: count for reason, count in causes.most_common() if count >= FEWEST}
    # One hidden cause would be the sum minus the others.
    if len(causes) - len(told) == 1:
        told = {}
    return Month(first, _told(sent), _told(wrong), wrong / sent if may_share else None, told)


def first_days(today: date) -> list[date]:
    """Return the first day of this month and of the eleven before it, newest first."""
    months, first = [], today.replace(day=1)
    for _ in range(MONTHS):
        months.append(first)
        first = (first - timedelta(days=1)).replace(day=1)
    return months


def _causes(wrong_in: Mapping[tuple[UUID, UUID], date]) -> dict[date, Counter[str]]:
    ids = {case_id for case_id, _ in wrong_in}
    reports = Event.objects.filter(case_id__in=ids, name="wrong_recipient_reported")
    found: dict[date, Counter[str]] = {}
    for case_id, data in reports.values_list("case_id", "data"):
        month = wrong_in.get((case_id, UUID(data["unit_id"])))
        if month is not None:
            found.setdefault(month, Counter())[data["reason"]] += 1
    return found


def _told(count: int) -> int | None:
    return count if count == 0 or count >= FEWEST else None


def _scope(actor: Actor) -> Q:
    """What was sent to us, or what we sent. A unit that a case was forwarded to was never sent anything."""
    own = (actor.unit_id, *subunit_ids(actor.unit_id)) if actor.unit_id else ()
    unit = (
        Unit.objects.select_related("principal")
        .filter(pk__in=[actor.unit_id] if actor.unit_id else [])
        .first()
    )
    if unit is not None and unit.kind in ("ward", "hospital"):
        return Q(case__in=Case.objects.filter(ward_id__in=own)) & ~Q(role="ward")
    if unit is not None and unit.principal.kind == PrincipalKind.MUNICIPALITY:
        return Q(unit__principal_id=unit.principal_id)
    return Q(unit_id__in=own)
