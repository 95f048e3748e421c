"""Väggskärmens rader: case code and age band, nothing that names anybody. Who looks at a wall is not known."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.db.models import F, QuerySet

from discharge.models import Case, CaseUnit

from .board import BoardRow, rows_of
from .board_cohorts import count_stored
from .known_to import LEFT

BANDS = ((18, "0–17 år"), (65, "18–64 år"), (80, "65–79 år"), (90, "80–89 år"))
OLDEST = "90 år eller äldre"
AT_MOST = 60  # more cannot be read from across a room


def wall_rows(unit_ids: Collection[UUID], *, at: datetime) -> tuple[BoardRow, ...]:
    """Return the open cases of the units, who has waited longest first."""
    order = (F("ready_sent_at").asc(nulls_last=True), F("expected_discharge").asc(nulls_last=True), "pk")
    return rows_of(_open(unit_ids).order_by(*order)[:AT_MOST], at)


def wall_mark(unit_ids: Collection[UUID], today: date) -> str:
    """Return a word that changes whenever a row may have changed, in one statement."""
    return count_stored(_open(unit_ids), today).mark


def age_band(age: int | None, *, protected: bool) -> str:
    """Return the band; nothing at all for a protected person."""
    if protected or age is None:
        return "–"
    return next((words for below, words in BANDS if age < below), OLDEST)


def _open(unit_ids: Collection[UUID]) -> QuerySet[Case]:
    party = CaseUnit.objects.filter(unit_id__in=unit_ids, is_open=True, lost_access_at__isnull=True)
    return Case.objects.filter(pk__in=party.exclude(state__in=LEFT).values("case_id"))
