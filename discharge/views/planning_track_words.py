"""*Spår*: the confirmed track, what the facts suggest, and why."""

from datetime import datetime
from typing import Any

from django.urls import reverse

from discharge.queries.case_page import CasePage
from discharge.rules.track import Track
from discharge.rules.track_records import TRACKS
from discharge.rules.track_suggestion import suggested_track
from discharge.rules.tracks import track_by_key
from lus.organisations.actor import Actor
from lus.swedish_time import local_date
from lus.web.words import moment

Words = dict[str, Any]


def track_tag(key: str) -> Words | None:
    """Return ``{colour, letter, word}`` for `components/track.html`, or None when no track is confirmed."""
    return TAGS.get(key)


def _tag(track: Track) -> Words:
    return {"colour": track.colour, "letter": track.letter, "word": track.label.partition(",")[0]}


# The lists ask for hundreds.
TAGS = {track.key: _tag(track) for track in TRACKS}


def track_part(page: CasePage, viewer: Actor, acts: list[str], at: datetime) -> Words | None:
    """Return ``{confirmed?, suggested?, url?, verb}``."""
    suggestion = suggested_track(page.facts, local_date(at))
    if suggestion is None:
        return None
    confirmed = page.facts.planning.track
    same = confirmed is not None and confirmed.key == suggestion.track.key
    return {
        "confirmed": _confirmed(page, at),
        "suggested": None if same else {"tag": _tag(suggestion.track), "reasons": suggestion.reasons},
        "url": reverse("confirm_track", args=[page.case.pk]) if "confirm_track" in acts else "",
        "verb": "Ändra spår" if confirmed else "Fastställ spår",
    }


def _confirmed(page: CasePage, at: datetime) -> Words | None:
    confirmed = page.facts.planning.track
    track = track_by_key(confirmed.key) if confirmed else None
    if confirmed is None or track is None:
        return None
    who = f"Fastställt {moment(confirmed.at, at)} av {confirmed.by}, {confirmed.unit_name}."
    return {"tag": _tag(track), "who": who, "reasons": confirmed.reasons, "about": track.description}
