"""Förslagen som en enhet ser: those offered to it that nobody has answered, with the case for who may read it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from deviations.models import Candidate
from deviations.rules.candidates.offer_states import OPEN
from discharge.queries.visible import readable_cases
from lus.access_log.log import log_shown
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import NotThere

MOST = 100


@dataclass(frozen=True, slots=True)
class Suggested:
    """One offer. ``reference`` and ``case_id``: of the case, empty for somebody who may not read it."""

    row: Candidate
    reference: str = ""
    case_id: UUID | None = None


def suggested(viewer: Actor, *, at: datetime, limit: int = MOST, offset: int = 0) -> Sequence[Suggested]:
    """Return the open offers of the viewer's units, the newest first. Logs the patients whose codes are shown."""
    rows = list(_offered(viewer).filter(state__in=OPEN).order_by("-so_from", "pk")[offset : offset + limit])
    known = _known_cases(viewer, {row.case_id for row in rows})
    log_shown(viewer, "suggested_deviations", {person for _, person in known.values()}, at=at)
    return [_with_case(row, known) for row in rows]


def count_suggested(viewer: Actor) -> int:
    """Return how many open offers the viewer's units have, at most 100."""
    return _offered(viewer).filter(state="offered")[:MOST].count()


def offer_of(viewer: Actor, candidate_id: UUID, *, at: datetime) -> Suggested:
    """Return one offer, answered or not. Raises NotThere for one of others."""
    row = _offered(viewer).select_related("deviation").filter(pk=candidate_id).first()
    if row is None:
        raise NotThere
    known = _known_cases(viewer, {row.case_id})
    log_shown(
        viewer, "suggested_deviation", {person for _, person in known.values()}, at=at, case_id=row.case_id
    )
    return _with_case(row, known)


def ground_changed_at(deviation_id: UUID) -> datetime | None:
    """Return when a correction took away the ground of a deviation that was reported from an offer."""
    rows = Candidate.objects.filter(deviation_id=deviation_id).values_list("ground_changed_at", flat=True)
    return rows.first()


def require_offer(viewer: Actor, candidate_id: UUID) -> None:
    """Raise NotThere unless there is such an offer to the viewer's units. Nothing of it is shown."""
    if not _offered(viewer).filter(pk=candidate_id).exists():
        raise NotThere


def locked_offer(viewer: Actor, candidate_id: UUID) -> Candidate:
    """Return one offer, locked until commit. Raises NotThere for one of others."""
    row = _offered(viewer).select_for_update(of=("self",)).filter(pk=candidate_id).first()
    if row is None:
        raise NotThere
    return row


def _offered(viewer: Actor) -> QuerySet[Candidate]:
    viewer.require(Permission.REPORT_DEVIATION)
    rows = Candidate.objects.filter(offered_unit_id__in=viewer.unit_ids)
    # About a person with a protected identity the head of the unit is offered, and nobody else.
    if not viewer.may(Permission.HEAD_DEVIATIONS):
        rows = rows.filter(only_head=False)
    return rows.select_related("offered_unit", "addressed_unit")


def _known_cases(viewer: Actor, case_ids: set[UUID]) -> dict[UUID, tuple[str, UUID]]:
    """Return ``{case: (reference, person)}`` for those that the viewer may read."""
    if not case_ids or not viewer.may(Permission.SEE_CASES):
        return {}
    found = readable_cases(viewer).filter(pk__in=case_ids).values_list("pk", "reference", "person_id")
    return {case_id: (reference, person_id) for case_id, reference, person_id in found}


def _with_case(row: Candidate, known: dict[UUID, tuple[str, UUID]]) -> Suggested:
    if row.case_id not in known:
        return Suggested(row)
    return Suggested(row, known[row.case_id][0], row.case_id)
