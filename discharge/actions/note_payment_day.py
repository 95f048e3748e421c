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

LIABLE = ("liable", "liable_shadow")


def after_day_began(event: Event) -> None:
    """Reaction to ``day_began`` of code ``payment_day_begins``."""
    if event.data["code"] == "payment_day_begins":
        note_payment_day(case_id=event.case_id, began_at=event.happened_at, at=event.recorded_at)


@transaction.atomic
def note_payment_day(*, case_id: UUID, began_at: datetime, at: datetime) -> None:
    """Record ``payment_liability_started`` or ``payment_blocked`` for the day that began at ``began_at``.

    Written for the day itself, however late the clock was; nothing when the count no longer runs.
    """
    try:
        act = begin("note_payment_day", case_id, actor=CLOCK, at=at, permission=Permission.SEE_CASES)
    except Refused:
        return
    ledger = ledger_of(act.facts, at=at)
    line = ledger.on(local_date(began_at)) if ledger else None
    if line is None:
        return
    name = "payment_liability_started" if line.code in LIABLE else "payment_blocked"
    data = {"day": line.date.isoformat(), "code": line.code, "explanation": line.reason}
    act.record(New(name, data, happened_at=began_at))
