"""Öppna punkter vid utskrivningen (AD17): blocking points of the home-ready list that nobody had answered.

The code is the point's own. One offer for each code and unit that owes the answer, whatever number of points.
"""

from __future__ import annotations

from collections.abc import Iterator

from discharge.rules.facts import CaseFacts
from discharge.rules.home_ready.checklist import Point
from discharge.rules.home_ready.owners import sides_that_count, units_of
from discharge.rules.home_ready.short_words import short_words

from .ground import Ground, Known
from .parties import receiving
from .true_events import last_named


def find(facts: CaseFacts, known: Known) -> Iterator[Ground]:
    """Yield what was open when the patient left, as the discharge itself tells it."""
    event = last_named(facts, "patient_discharged")
    if event is None:
        return
    by_owner: dict[tuple[str, str], list[Point]] = {}
    for point_id in event.data.get("open_points", ()):
        point = known.checklist.point(point_id)
        if point is None or not point.deviation_code:
            continue
        for unit_id in sorted(units_of(sides_that_count(point, facts), facts)):
            by_owner.setdefault((point.deviation_code, unit_id), []).append(point)
    for (code, unit_id), points in by_owner.items():
        yield Ground(
            event_id=event.event_id,
            code=code,
            offered=tuple(one for one in receiving(facts) if one != unit_id),
            addressed=unit_id,
            so_from=event.recorded_at,
            values={"points": ", ".join(f"{point.code} {short_words(point)}" for point in points)},
            part=code,
        )
