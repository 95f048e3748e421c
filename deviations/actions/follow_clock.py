"""Klockans egna steg: silence closes an answered deviation, and a limit long gone is told to the head (§5)."""

from uuid import UUID

from django.db import transaction

from deviations.models import Deviation
from deviations.queries.deviation_facts import facts_of_deviation
from deviations.rules.owed import CLOSES, ESCALATES
from lus.events.models import Event
from lus.events.record import New, lock_stream, record
from lus.notifications.models import Audience
from lus.notifications.tell import tell
from lus.organisations.actor import CLOCK

from .deviation_picture import save_deviation

LATE = "deviation_late"


@transaction.atomic
def close_when_silent(event: Event) -> None:
    """Reaction to ``day_began`` of code ``deviation_closes``; nothing if somebody has answered meanwhile."""
    if event.data["code"] != CLOSES:
        return
    lock_stream(event.case_id)
    facts = facts_of_deviation(event.case_id)
    if facts.state != "answered" or str(facts.round) != event.data["key"]:
        return
    new = New("deviation_accepted", {"how": "silence"})
    record(event.case_id, [new], actor=CLOCK, at=event.recorded_at, last=facts.version)
    after = facts_of_deviation(event.case_id)
    save_deviation(event.case_id, after, at=event.recorded_at, because=new.name)


def tell_head_when_late(event: Event) -> None:
    """Reaction to ``day_began`` of code ``deviation_escalates``: the head of the unit that has it is nudged."""
    if event.data["code"] != ESCALATES:
        return
    unit_id: UUID | None = (
        Deviation.objects.filter(pk=event.case_id).values_list("addressed_unit_id", flat=True).first()
    )
    if unit_id is not None:
        tell(
            [unit_id],
            case_id=None,
            cause_id=event.pk,
            kind=LATE,
            at=event.recorded_at,
            audience=Audience.HEAD,
        )
