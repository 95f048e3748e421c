"""Dölj det spärrade: the tables that lists and feeds read are made to hold what all the case's units may know."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from discharge.models import BlockedEvent
from discharge.queries.blocked import blocked_rows
from discharge.rules.facts import CaseFacts
from lus.deadlines.keep import Owed, withdraw
from lus.events.models import Event
from lus.insert import insert
from lus.notifications.queries import withdraw_notices


def hide_blocked(
    whole: CaseFacts, owed_in_all: Iterable[Owed], owed: Iterable[Owed], *, at: datetime, because: str
) -> None:
    """Write what the blocks of ``whole`` hide, and take back what others have been told of it.

    ``owed_in_all``: the duties of the whole case; ``owed``: those that are left without what is blocked. Called when
    the case has had a block; the notices of its own unit stay.
    """
    case_id = UUID(whole.case_id)
    wanted = {UUID(event): UUID(unit) if unit else None for event, unit in blocked_rows(whole).items()}
    known = dict(BlockedEvent.objects.filter(case_id=case_id).values_list("pk", "unit_id"))
    if wanted != known:
        BlockedEvent.objects.filter(case_id=case_id).exclude(pk__in=wanted).delete()
        changed = [pk for pk in wanted if pk in known and wanted[pk] != known[pk]]
        BlockedEvent.objects.filter(pk__in=changed).delete()
        insert(
            [
                BlockedEvent(event_id=pk, case_id=case_id, unit_id=unit)
                for pk, unit in wanted.items()
                if pk not in known or pk in changed
            ]
        )
    left = {_key(duty) for duty in owed}
    gone = withdraw(case_id, [duty for duty in owed_in_all if _key(duty) not in left], at=at, because=because)
    withdraw_notices({**wanted, **dict.fromkeys(gone)}, at=at)


def _key(duty: Owed) -> tuple[str, UUID | None, str]:
    return duty.code, duty.unit_id, duty.key


def told_to_all(events: Iterable[Event], known: CaseFacts) -> list[Event]:
    """Return those of ``events`` that all units of the case may hear of: what is blocked is told to nobody."""
    ids = {event.event_id for event in known.events}
    return [event for event in events if str(event.pk) in ids]
