"""Fraser: what the viewer's own unit often writes."""

from discharge.models import Phrase
from lus.organisations.actor import Actor


def phrases_of(viewer: Actor) -> list[tuple[str, str]]:
    """Return ``(id, text)`` of the own unit's phrases, in its order. Shows no patient."""
    rows = Phrase.objects.filter(unit_id__in=[viewer.unit_id]).values_list("pk", "text")
    return [(str(pk), text) for pk, text in rows]
