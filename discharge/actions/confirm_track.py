"""Fastställ spår: a person decides which track the discharge follows; what was suggested, and why, is kept."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from discharge.rules.track_suggestion import kept_track, suggested_track
from discharge.rules.tracks import tracks_of
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput, refused
from lus.swedish_time import local_date

from .case_act import begin
from .free_text import tidy_text


@transaction.atomic
def confirm_track(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    track: str,
    comment: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """Confirm ``track``: the key of a record of the case's region that is valid today.

    A track that is kept (red) is not lowered, except where its record says so.
    """
    act = begin(
        "confirm_track",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SEND_WARD_NOTICES,
        seen_version=seen_version,
    )
    known = {one.key: one for one in tracks_of(act.facts.region_code, local_date(at))}
    if track not in known:
        raise InvalidInput("Spåret finns inte i regionen.", "Välj ett spår i listan.", field="track")
    held = kept_track(act.facts)
    if held is not None and known[track].rank < held.rank:
        raise refused(
            "track-kept",
            "Spåret sänks inte",
            f"{held.label} är fastställt. Rutinen låter inte senare svar sänka det.",
            "Låt spåret stå. Skriv det som ändrats i underlaget.",
            field="track",
        )
    suggestion = suggested_track(act.facts, local_date(at))
    data = {
        "track": track,
        "reasons": list(suggestion.reasons) if suggestion else [],
        "suggested": suggestion.track.key if suggestion else "",
        "comment": tidy_text(comment, "comment"),
    }
    return act.record(New("track_confirmed", data))
