"""The one writer of what follows from a deviation's events: its row's columns, and the duties of both units."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from deviations.models import Deviation
from deviations.queries.deviation_facts import facts_of_deviation
from deviations.rules.facts_of_deviation import DeviationFacts
from deviations.rules.owed import CLOSES, deviation_duties
from discharge.actions.case_act import as_owed
from discharge.rules.owed import Obligation
from lus.deadlines.keep import Owed, keep
from lus.deadlines.models import Subject
from lus.events.record import lock_stream

# A measure may last for months; the flow's own next step comes before it.
READS = "accept_deviation_answer"
LAST = ("finish_deviation_action",)


def deviation_columns(facts: DeviationFacts) -> dict[str, Any]:
    """Return every column of ``Deviation`` that follows from the facts."""
    duties = deviation_duties(facts)
    return {
        "state": facts.state,
        "addressed_unit_id": UUID(facts.addressed_unit),
        "code_analysed": facts.code_analysed,
        "lift_level": facts.lift_level,
        "former_units": [UUID(unit) for unit in facts.former],
        **_turn(facts, duties),
    }


def _turn(facts: DeviationFacts, duties: Sequence[Obligation]) -> dict[str, Any]:
    """Return what is waited for, by whom and until when. An answer is read by whoever reported, or silence closes."""
    code, unit, due = "", "", None
    first = _first(duties)
    if facts.state == "answered":
        code, unit = READS, facts.reporting_unit
        due = next((duty.due_at for duty in duties if duty.code == CLOSES), None)
    elif first is not None:
        code, unit, due = first.code, first.unit_id or "", first.due_at
    return {"turn_code": code, "turn_unit_id": UUID(unit) if unit else None, "turn_due_at": due}


def owed_of(facts: DeviationFacts) -> list[Owed]:
    """Return what the rules say is owed, in the shape that ``keep`` stores."""
    return [as_owed(duty) for duty in deviation_duties(facts)]


def save_deviation(deviation_id: UUID, facts: DeviationFacts, *, at: datetime, because: str) -> None:
    """Write the row and the duties. The stream must be locked."""
    Deviation.objects.filter(pk=deviation_id).update(**deviation_columns(facts))
    keep(deviation_id, owed_of(facts), at=at, because=because, subject=Subject.DEVIATION)


@transaction.atomic
def save_anew(deviation_id: UUID, *, at: datetime) -> None:
    """Make row and duties agree with the events, though no act has been done."""
    lock_stream(deviation_id)
    save_deviation(deviation_id, facts_of_deviation(deviation_id), at=at, because="verify_deviations")


def _first(duties: Iterable[Obligation]) -> Obligation | None:
    waiting = [duty for duty in duties if duty.unit_id and duty.met_at is None]
    return min(waiting, key=_order, default=None)


def _order(duty: Obligation) -> tuple[bool, bool, float]:
    return duty.code in LAST, duty.due_at is None, duty.due_at.timestamp() if duty.due_at else 0.0
