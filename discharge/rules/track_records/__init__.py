"""Kända spår: the tracks of the regions, as dated data with honest origin.

Stockholm's routine marks its variants by colour; which colours, and what they mean, could not be read, so they are
kept as letters with neutral labels until the region confirms them. Grey is read: a person whom the act does not cover.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from discharge.rules.track import Track
from discharge.rules.track_records.green_yellow_red import HALLAND, OREBRO
from discharge.rules.track_records.neutral import ANY_REGION, STOCKHOLM

TRACKS: Final[tuple[Track, ...]] = (*ANY_REGION, *STOCKHOLM, *HALLAND, *OREBRO)
BY_KEY: Final = MappingProxyType({track.key: track for track in TRACKS})
