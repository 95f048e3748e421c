"""Lyft avvikelse, handbook deviations §6.4: what two units cannot settle alone goes to a cooperation group."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from deviations.models import Lift
from deviations.queries.lifts import groups, level_of
from deviations.rules.facts_of_deviation import DeviationFacts
from deviations.rules.lift import ON_DEVIATION
from discharge.actions.new_case import new_reference
from lus.events.record import New, open_stream, record
from lus.organisations.actor import Actor
from lus.organisations.models import Unit
from lus.refusals import InvalidInput

from .deviation_act import DeviationAct, begin_deviation
from .guarded_text import Written, written
from .lift_act import keep_lift_entry, tell_lift
from .without_names import unnamed


@transaction.atomic
def lift_deviation(
    *,
    number: str,
    actor: Actor,
    at: datetime,
    group_id: UUID,
    text: str,
    not_personal: Collection[str] = (),
) -> DeviationFacts:
    """Lift it to ``group_id``, with why. Raises InvalidInput for a unit that is no cooperation group."""
    act = begin_deviation("lift_deviation", number, actor=actor, at=at)
    group = next((unit for unit in groups() if str(unit.pk) == str(group_id)), None)
    if group is None:
        raise InvalidInput("Gruppen finns inte.", "Välj en grupp i listan.", field="group_id")
    said = written("lifted", text, act.row, not_personal)
    lift = _open(act, group, said)
    facts = act.record(New(ON_DEVIATION[level_of(group)], {"lift": lift.reference}))
    tell_lift(lift, lift.pk, actor, at)
    return facts


def _open(act: DeviationAct, group: Unit, said: Written) -> Lift:
    lift_id, reference, level = uuid4(), f"L-{new_reference()}", level_of(group)
    county = act.facts.county
    opened = New(
        "lift_opened", {"reference": reference, "county": county, "level": level, "group": str(group.pk)}
    )
    added = New("lift_deviation_added", {"deviation_id": str(act.row.pk), "number": act.row.number})
    open_stream(lift_id)
    record(lift_id, [opened, added], actor=unnamed(act.actor), at=act.at, last=0)
    row = Lift.objects.create(
        id=lift_id,
        reference=reference,
        county=county,
        level=level,
        group=group,
        groups=[group.pk],
        state="open",
        opened_at=act.at,
    )
    row.deviations.add(act.row)
    keep_lift_entry(row, said, opened, act.actor, act.at)
    return row
