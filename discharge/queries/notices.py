"""Nytt för er: what the viewer's units have been told and not opened, one row per case. Two statements and the log."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from discharge.models import Case
from lus.access_log.log import log_shown
from lus.notifications.queries import Unseen, unseen_of
from lus.organisations.actor import Actor
from lus.swedish_time import local_date

from .shown_person import ShownPerson, shown
from .visible import readable_cases

MOST = 50


@dataclass(frozen=True, slots=True)
class CaseNews:
    """One case with news. ``kinds``: event names and ``clock_passed``, newest first, each once."""

    case: Case
    person: ShownPerson
    kinds: tuple[str, ...]
    newest: datetime
    urgent: bool


@dataclass(frozen=True, slots=True)
class News:
    """``more``: how many cases have news beyond the fifty that are shown; ``gone``: how many are not ours any more."""

    cases: tuple[CaseNews, ...]
    more: int
    gone: int


def news(viewer: Actor, *, at: datetime) -> News:
    """Return the cases with unseen notices, urgent first, then newest. Logs the patients shown."""
    by_case: dict[UUID, list[Unseen]] = {}
    for notice in unseen_of(viewer):
        by_case.setdefault(notice.case_id, []).append(notice)
    cases = readable_cases(viewer).filter(pk__in=by_case).select_related("person", "ward__parent")
    found = sorted((_one(case, by_case[case.pk], at) for case in cases), key=_order)
    log_shown(viewer, "notices", [item.person.person_id for item in found[:MOST]], at=at)
    return News(tuple(found[:MOST]), max(0, len(found) - MOST), len(by_case) - len(found))


def _one(case: Case, notices: Sequence[Unseen], at: datetime) -> CaseNews:
    """``notices`` newest first."""
    kinds = tuple(dict.fromkeys(notice.kind for notice in notices))
    urgent = any(notice.urgent for notice in notices)
    return CaseNews(case, shown(case.person, local_date(at)), kinds, notices[0].created_at, urgent)


def _order(item: CaseNews) -> tuple[bool, float]:
    return (not item.urgent, -item.newest.timestamp())
