"""Betalningsdag börjar: the clock writes down whether the first day after the free days counts, and why."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.queries.ledger import ledger_of
from lus.events.models import Event
from lus.events.record import New
from lus.organisations.actor import CLOCK
from lus.organisations.roles import Permission
from lus.refusals import Refused
from lus.swedish_time import local_date

from .case_act import begin

# A shadow day is counted and starts no liability; any other day lacks a condition.
NAMES = {"liable": "payment_liability_started", "liable_shadow": "payment_day_counted"}


def after_day_began(event: Event) -> None:
    """Reaction to ``day_began`` of code ``payment_day_begins``."""
    if event.data["code"] == "payment_day_begins":
        note_payment_day(
            case_id=event.case_id,
            began_at=event.happened_at,
            at=event.recorded_at,
            catch_up=event.data.get("catch_up", False),
        )


@transaction.atomic
def note_payment_day(*, case_id: UUID, began_at: datetime, at: datetime, catch_up: bool = False) -> None:
    """Record what the day that began at ``began_at`` is: liable, counted in shadow, or lacking a condition.

    Written for the day itself, however late the clock was (``catch_up``); nothing when the count no longer runs.
    """
    try:
        act = begin("note_payment_day", case_id, actor=CLOCK, at=at, permission=Permission.SEE_CASES)
    except Refused:
        return
    ledger = ledger_of(act.facts, at=at)
    line = ledger.on(local_date(began_at)) if ledger else None
    if line is None:
        return
    data = {
        "day": line.date.isoformat(),
        "code": line.code,
        "explanation": line.reason,
        "catch_up": catch_up,
    }
    act.record(New(NAMES.get(line.code, "payment_blocked"), data, happened_at=began_at))
