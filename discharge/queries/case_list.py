"""Ärendelistan: the viewer's open cases, newest admission first, a page at a time from any point."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from discharge.models import Case
from discharge.models.cases import CareForm
from lus.access_log.log import log_shown
from lus.organisations.actor import Actor
from lus.swedish_time import local_date

from .shown_person import ShownPerson, shown
from .visible import open_cases

CARE_FORMS: dict[str, str] = {value: str(label) for value, label in CareForm.choices}


@dataclass(frozen=True, slots=True)
class ListedCase:
    case: Case
    person: ShownPerson


def case_list(
    viewer: Actor, *, at: datetime, limit: int, after: tuple[datetime, UUID] | None = None
) -> tuple[Sequence[ListedCase], bool]:
    """Return ``(cases, more)``: at most ``limit`` after the admission time and id in ``after``. Logs them."""
    cases = open_cases(viewer).select_related("person", "ward").order_by("-admitted_at", "-pk")
    if after is not None:
        cases = cases.filter(Q(admitted_at__lt=after[0]) | Q(admitted_at=after[0], pk__lt=after[1]))
    found = list(cases[: limit + 1])
    shown_cases = found[:limit]
    log_shown(viewer, "case_list", [case.person_id for case in shown_cases], at=at)
    today = local_date(at)
    return [ListedCase(case, shown(case.person, today)) for case in shown_cases], len(found) > limit
