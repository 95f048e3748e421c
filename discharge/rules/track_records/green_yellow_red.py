"""Halland and Örebro: green, yellow and red; red asks for an action plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from discharge.rules.track_records.neutral import ANY_REGION

_A, _B, _C = ANY_REGION
_SOURCE: Final = "regionhalland.se: Trygg och effektiv utskrivning"
_GREEN: Final = replace(
    _A,
    key="halland_green",
    region_code="13",
    letter="G",
    label="Grönt spår",
    colour="gron",
    source=_SOURCE,
    trust="fact_part",
)
_YELLOW: Final = replace(
    _B,
    key="halland_yellow",
    region_code="13",
    letter="Y",
    label="Gult spår",
    colour="gul",
    source=_SOURCE,
    trust="fact_part",
)
_RED: Final = replace(
    _C,
    key="halland_red",
    region_code="13",
    letter="R",
    label="Rött spår",
    colour="rod",
    description="Stora eller osäkra behov. En handlingsplan görs.",
    source=_SOURCE,
    trust="fact_part",
    kept=True,
    # The routine lets residents of special housing leave red.
    lowered_when=(("home_before", "saebo"),),
)
HALLAND: Final = (_GREEN, _YELLOW, _RED)

_OREBRO_SOURCE: Final = "vardgivare.regionorebrolan.se: gemensam rutin för utskrivning"
OREBRO: Final = tuple(
    replace(
        track,
        key=track.key.replace("halland", "orebro"),
        region_code="18",
        source=_OREBRO_SOURCE,
        lowered_when=(),
        valid_from=date(2018, 1, 1),
    )
    for track in HALLAND
)
