"""Driftstopp räknas bort: time in which nothing could be written makes nobody late."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from .ground import Ground

Span = tuple[datetime, datetime | None]


def without_downtime(ground: Ground, outages: Sequence[Span], at: datetime) -> Ground | None:
    """Return the ground as it is when outages are left out of its time, None when it was in time after all.

    ``outages``: (start, end or None while it lasts), none of which overlap; ``at``: now.
    """
    if ground.since is None:
        return ground
    moved = ground.so_from
    # Each outage before the limit moves it on, and may bring the next outage before it.
    for start, end in sorted(outages):
        if start < moved:
            moved += max((end or max(at, start)) - max(start, ground.since), timedelta(0))
    if moved == ground.so_from:
        return ground
    if ground.done_at is not None and ground.done_at <= moved:
        return None
    return replace(ground, so_from=moved)
