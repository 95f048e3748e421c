"""Avsluta ärendet: the coordination is over; the case moves from the lists to the archive.

The clock does it three days after the patient left (intern rutin); the ward may do it before by hand.
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.models import Event
from lus.events.record import New
from lus.organisations.actor import CLOCK, Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput, Refused

from .case_act import begin

REASONS = {"home": "Patienten är hemma och inget återstår", "other_care": "Annan vård har tagit över"}


@transaction.atomic
def close_case(
    *, case_id: UUID, actor: Actor, at: datetime, reason: str = "home", seen_version: int | None = None
) -> CaseFacts:
    """Close a case whose patient has left. ``reason`` is a key of ``REASONS`` (or the clock's ``days_passed``)."""
    act = begin(
        "close_case",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.REGISTER_STAY,
        seen_version=seen_version,
    )
    if actor.kind != "clock" and reason not in REASONS:
        raise InvalidInput("Ett skäl behöver anges.", "Välj ett skäl ur listan.", field="reason")
    return act.record(New("case_closed", {"reason": reason}))


def close_when_days_have_passed(event: Event) -> None:
    """Reaction to ``day_began`` of code ``case_closes``; nothing if the discharge was undone meanwhile."""
    if event.data["code"] != "case_closes":
        return
    try:
        close_case(case_id=event.case_id, actor=CLOCK, at=event.recorded_at, reason="days_passed")
    except Refused:
        return
