"""Besked om ett ärende: which units are told of what an act recorded, and how loudly."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from discharge.rules.facts import CaseFacts
from discharge.rules.told import IN_APP_ONLY, TO_RECIPIENTS, URGENT, told_units
from lus.events.models import Event
from lus.notifications.tell import tell


def tell_of_events(
    events: Sequence[Event], before: CaseFacts, after: CaseFacts, case_id: UUID, at: datetime
) -> None:
    """Tell those who got a message by these events, and those whom the table names; never who acted."""
    known = {(item.event_id, item.unit_id) for item in before.deliveries}
    for event in events:
        reached = {
            item.unit_id
            for item in after.deliveries
            if item.event_id == str(event.pk) and (item.event_id, item.unit_id) not in known
        }
        if event.name in TO_RECIPIENTS:
            reached |= set(event.data["recipients"])
        units = (reached | told_units(event.name, after, event.data.get("unit_id"))) - {str(event.unit_id)}
        tell(
            [UUID(unit) for unit in units],
            case_id=case_id,
            cause_id=event.pk,
            kind=event.name,
            at=at,
            urgent=event.name in URGENT,
            nudge=event.name not in IN_APP_ONLY,
        )
