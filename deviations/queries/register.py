"""Avvikelserna som en enhet ser: those it sent and those it received. Others' are not there at all."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.db.models import Q, QuerySet

from deviations.models import Deviation
from discharge.queries.visible import person_of, readable_cases
from lus.access_log.log import log_shown
from lus.notifications.queries import mark_causes_seen
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import NotThere

Box = Literal["received", "sent"]
MOST = 100


def own_deviations(
    viewer: Actor, box: Box = "received", *, limit: int = MOST, offset: int = 0
) -> list[Deviation]:
    """Return the newest of the viewer's units, with both units loaded. No text is read, and no patient shown."""
    rows = _visible(viewer).filter(**{_UNIT[box]: viewer.unit_ids})
    texts = ("description", "immediate_action", "suggestion")
    return list(rows.defer(*texts).order_by("-registered_at", "-number")[offset : offset + limit])


_UNIT = {"received": "addressed_unit_id__in", "sent": "reporting_unit_id__in"}


@dataclass(frozen=True, slots=True)
class OpenedDeviation:
    """``reads``: the viewer may read what was written. ``is_mine``: the viewer's own report. ``case_id``: if theirs."""

    row: Deviation
    reads: bool
    is_mine: bool
    case_id: object | None


def opened_deviation(viewer: Actor, number: str, *, at: datetime) -> OpenedDeviation:
    """Return one deviation. Raises NotThere for one of others. A look at a case's deviation is logged.

    The receiver reads all of it, and has then seen its notice. The reporter reads their own; colleagues of the
    reporter see that it was sent.
    """
    row = _visible(viewer).filter(number=number).first()
    if row is None:
        raise NotThere
    is_mine = row.reporter_account == viewer.user_id and row.reporting_unit_id in viewer.unit_ids
    receives = row.addressed_unit_id in viewer.unit_ids
    reads = is_mine or receives
    if reads and row.case_id:
        log_shown(viewer, "deviation", [person_of(row.case_id)], at=at, case_id=row.case_id)
    if receives and viewer.source == "web":
        mark_causes_seen(viewer, [row.pk], at=at)
    return OpenedDeviation(row, reads, is_mine, _case_of(viewer, row, receives=receives))


def _case_of(viewer: Actor, row: Deviation, *, receives: bool) -> object | None:
    """The case behind it, for who may read that case. Without consent the receiver is not told which it is."""
    hidden = receives and row.patient_consent == "no"
    if row.case_id is None or hidden or not readable_cases(viewer).filter(pk=row.case_id).exists():
        return None
    return row.case_id


def _visible(viewer: Actor) -> QuerySet[Deviation]:
    viewer.require(Permission.REPORT_DEVIATION)
    units = viewer.unit_ids
    mine = Q(reporting_unit_id__in=units) | Q(addressed_unit_id__in=units)
    return Deviation.objects.filter(mine).select_related("reporting_unit", "addressed_unit")
