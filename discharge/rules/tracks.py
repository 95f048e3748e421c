"""Vilka spår finns?, the tracks of a region on a day, and what a stored key stands for."""

from __future__ import annotations

from datetime import date

from .track import ANYWHERE, Track
from .track_records import BY_KEY, TRACKS


def tracks_of(region_code: str, day: date) -> tuple[Track, ...]:
    """Return the tracks to choose between on ``day``, least first: the region's own, else the neutral ones."""
    valid = [track for track in TRACKS if track.is_valid(day)]
    own = tuple(track for track in valid if track.region_code == region_code)
    return own or tuple(track for track in valid if track.region_code == ANYWHERE)


def track_by_key(key: str) -> Track | None:
    """Return a track of any region and time, or None."""
    return BY_KEY.get(key)
