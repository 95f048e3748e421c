"""Flera avvikelser i ett lyft: the same fault, looked at once; the reporters of all read what came of it."""

from datetime import datetime

from django.db import transaction

from deviations.queries.visible import deviation_of, standings_in
from deviations.rules.flow import LIFTABLE
from deviations.rules.lift import ON_DEVIATION, LiftFacts
from lus.events.record import New, lock_stream
from lus.organisations.actor import Actor
from lus.refusals import InvalidInput, NotThere

from .deviation_act import DeviationAct
from .lift_act import begin_lift


@transaction.atomic
def add_to_lift(*, reference: str, actor: Actor, at: datetime, number: str) -> LiftFacts:
    """Add the deviation ``number``, which the actor must see. Raises InvalidInput when it is there, or not liftable."""
    from deviations.queries.deviation_facts import facts_of_deviation

    act = begin_lift("add_to_lift", reference, actor=actor, at=at)
    try:
        row = deviation_of(actor, number.strip())
    except NotThere:
        raise InvalidInput("Numret finns inte här.", "Kontrollera numret.", field="number") from None
    lock_stream(row.pk)
    facts = facts_of_deviation(row.pk)
    if str(row.pk) in act.facts.deviations or facts.state not in LIFTABLE:
        raise InvalidInput(f"{row.number} kan inte läggas till.", "Välj en öppen avvikelse.", field="number")
    act.row.deviations.add(row)
    standings = standings_in(actor, [row], at=at)[row.pk]
    DeviationAct(row, facts, standings, actor, at).record(
        New(ON_DEVIATION[act.facts.level], {"lift": reference})
    )
    return act.record(New("lift_deviation_added", {"deviation_id": str(row.pk), "number": row.number}))
