"""Utskrivningar enligt LUS: how many a county's hospitals had, month by month. Counts only; no case is shown."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db.models import Count, Q

from discharge.models import Case
from lus.swedish_time import local_midnight


def discharges_by_month(county: str, months: Sequence[date]) -> dict[date, int]:
    """Return ``{first day: discharges}`` of patients whom the act covers. ``county``: two digits; one statement."""
    if not months:
        return {}
    spans = {first.isoformat(): _span(first) for first in months}
    left = Case.objects.filter(
        ward__principal__code__startswith=county, stay="discharged", outside_act=False
    ).filter(discharged_at__gte=_span(min(months))[0], discharged_at__lt=_span(max(months))[1])
    counts = left.aggregate(
        **{
            f"left_{name.replace('-', '_')}": Count(
                "pk", filter=Q(discharged_at__gte=begins, discharged_at__lt=ends)
            )
            for name, (begins, ends) in spans.items()
        }
    )
    return {first: counts[f"left_{first.isoformat().replace('-', '_')}"] for first in months}


def _span(first: date) -> tuple[datetime, datetime]:
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return local_midnight(first), local_midnight(following)
