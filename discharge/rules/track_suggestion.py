"""Föreslaget spår: which track the known facts point to, and why. A person confirms; nothing is decided here.

Worked out anew each time, so it is no event of its own; what was suggested stands in the event that confirms.
The reasons name what everybody in the case may read, never what the ward alone judged (docs/adr/0017).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from .adl import changed_items, needs_two
from .facts import MUNICIPAL_ROLES, OUTPATIENT_ROLES, CaseFacts
from .track import Track
from .tracks import track_by_key, tracks_of

ASKS_FOR_MORE: Final = 2
ASKS_FOR_MOST: Final = 3


@dataclass(frozen=True, slots=True)
class Reason:
    """``rank``: how much it asks for (2 or 3); ``text``: one Swedish sentence."""

    rank: int
    text: str


@dataclass(frozen=True, slots=True)
class SuggestedTrack:
    """``reasons``: those that decided, or what was not found when the least is enough."""

    track: Track
    reasons: tuple[str, ...]


def suggested_track(facts: CaseFacts, day: date) -> SuggestedTrack | None:
    """Return the suggestion among the tracks of the case's region on ``day``; None before the notice."""
    if facts.admission_notice_at is None:
        return None
    found = [reason for rule in RULES for reason in rule(facts)]
    rank = max((reason.rank for reason in found), default=1)
    tracks = [track for track in tracks_of(facts.region_code, day) if track.covered_by_act]
    track = min((one for one in tracks if one.rank >= rank), key=lambda one: one.rank, default=tracks[-1])
    reasons = tuple(reason.text for reason in found if reason.rank == rank)
    held = kept_track(facts)
    if held is not None and held.rank > track.rank:
        return SuggestedTrack(held, (f"{held.label} är fastställt och sänks inte av senare svar.",))
    return SuggestedTrack(track, reasons or ("Inget pekar på ändrade behov.",))


def kept_track(facts: CaseFacts) -> Track | None:
    """Return the confirmed track if later answers must not lower it, else None."""
    confirmed = facts.planning.track
    track = track_by_key(confirmed.key) if confirmed else None
    if track is None or not track.kept:
        return None
    lowered = any(facts.planning.value(key) == value for key, value in track.lowered_when)
    return None if lowered else track


def _housing(facts: CaseFacts) -> list[Reason]:
    said = facts.planning.value("housing_ahead")
    words = {
        "no": "Personen kan inte bo som förut.",
        "unsure": "Det är osäkert om personen kan bo som förut.",
    }
    return [Reason(ASKS_FOR_MOST if said == "no" else ASKS_FOR_MORE, words[said])] if said in words else []


def _support(facts: CaseFacts) -> list[Reason]:
    words = {"more": "Mer stöd behövs hemma.", "new": "Nya insatser behövs hemma."}
    said = facts.planning.value("support_ahead")
    return [Reason(ASKS_FOR_MORE, words[said])] if said in words else []


def _rehab(facts: CaseFacts) -> list[Reason]:
    place = facts.planning.value("rehab_ahead") == "place"
    return [Reason(ASKS_FOR_MOST, "Rehabilitering på en plats behövs.")] if place else []


def _adl(facts: CaseFacts) -> list[Reason]:
    latest = facts.planning.adl
    if latest is None:
        return []
    found = [Reason(ASKS_FOR_MOST, "Dubbelbemanning behövs.")] if needs_two(latest) else []
    changed = changed_items(latest)
    if changed:
        found.append(
            Reason(ASKS_FOR_MORE, f"ADL är försämrad i {len(changed)} av {len(latest.items)} punkter.")
        )
    return found


def _both_principals(facts: CaseFacts) -> list[Reason]:
    roles = {unit.role for unit in facts.active_units}
    both = bool(roles & MUNICIPAL_ROLES) and bool(roles & OUTPATIENT_ROLES) and facts.sip_needed is True
    return [Reason(ASKS_FOR_MORE, "Kommun och öppenvård planerar tillsammans (SIP).")] if both else []


RULES: Final[tuple[Callable[[CaseFacts], list[Reason]], ...]] = (
    _housing,
    _support,
    _rehab,
    _adl,
    _both_principals,
)
