"""Fel mottagare, handbook deviations §6.2: sent on to the right unit; its limits begin anew, the report's day stays."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from deviations.queries.suggested_receiver import suggested_receiver
from deviations.rules.facts_of_deviation import DeviationFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.refusals import InvalidInput

from .addressed import receiving_unit
from .deviation_act import begin_deviation
from .guarded_text import written


@transaction.atomic
def reroute_deviation(
    *,
    number: str,
    actor: Actor,
    at: datetime,
    to_unit_id: UUID,
    text: str,
    not_personal: Collection[str] = (),
) -> DeviationFacts:
    """Send it on to ``to_unit_id``, with why. Raises InvalidInput for a unit that has had it, or cannot receive."""
    act = begin_deviation("reroute_deviation", number, actor=actor, at=at)
    target = receiving_unit(to_unit_id, at, field="to_unit_id")
    if str(target.pk) in (*act.facts.former, act.facts.addressed_unit):
        raise InvalidInput(
            f"{target.name} har redan haft avvikelsen.", "Välj en annan enhet.", field="to_unit_id"
        )
    if str(target.pk) == act.facts.reporting_unit:
        raise InvalidInput("Enheten har själv rapporterat.", "Välj en annan enhet.", field="to_unit_id")
    said = written("rerouted", text, act.row, not_personal)
    suggested = suggested_receiver(act.row)
    moved = {"to": str(target.pk), "suggested": str(suggested.pk) if suggested else ""}
    return act.record(New("deviation_rerouted", moved), said)
