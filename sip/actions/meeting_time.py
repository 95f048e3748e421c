"""När och var mötet är: what a summons and a change of it both ask for."""

from datetime import datetime

from lus.refusals import InvalidInput

PLACE_LIMIT = 120


def checked_meeting(meeting_at: datetime, place: str, at: datetime) -> str:
    """Return the place, tidied. Raises InvalidInput for a time that has been, or no place or too long a one."""
    if meeting_at <= at:
        raise InvalidInput("Mötestiden har redan varit.", "Välj en tid framåt.", field="meeting_at")
    if not place.strip() or len(place) > PLACE_LIMIT:
        raise InvalidInput("Platsen fattas.", "Skriv plats eller att mötet är digitalt.", field="place")
    return place.strip()
