"""Lyft vidare: to the group above, local → county → VIS; every deviation in it says so."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from deviations.models import Deviation
from deviations.queries.deviation_facts import facts_of_deviation
from deviations.queries.lifts import level_of
from deviations.queries.visible import standings_in
from deviations.rules.lift import ON_DEVIATION, LiftFacts
from lus.events.record import New, lock_stream
from lus.organisations.actor import Actor
from lus.organisations.models import Unit
from lus.refusals import InvalidInput

from .deviation_act import DeviationAct
from .guarded_text import written
from .lift_act import begin_lift


@transaction.atomic
def raise_lift(
    *, reference: str, actor: Actor, at: datetime, text: str, not_personal: Collection[str] = ()
) -> LiftFacts:
    """Hand it to the group above, with why. Raises InvalidInput when there is none."""
    act = begin_lift("raise_lift", reference, actor=actor, at=at)
    above = Unit.objects.select_related("parent__parent").get(pk=act.row.group_id).parent
    if above is None:
        raise InvalidInput("Det finns ingen grupp ovanför.", "Besluta en åtgärd i stället.", field="text")
    said = written("lifted", text, None, not_personal)
    level = level_of(above)
    for row in (
        Deviation.objects.filter(lifts=act.row).select_related("addressed_unit__parent").order_by("pk")
    ):
        lock_stream(row.pk)
        standings = standings_in(actor, [row], at=at)[row.pk]
        DeviationAct(row, facts_of_deviation(row.pk), standings, actor, at).record(
            New(ON_DEVIATION[level], {"lift": reference})
        )
    return act.record(New("lift_raised", {"level": level, "group": str(above.pk)}), said)
