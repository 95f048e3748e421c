"""Besluta åtgärd: what shall be done, by which function of the unit, and until when. No one is named."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction

from deviations.rules.choices import OWNER_ROLES
from deviations.rules.facts_of_deviation import DeviationFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.refusals import InvalidInput
from lus.swedish_time import local_date

from .deviation_act import begin_deviation
from .guarded_text import written


@transaction.atomic
def decide_deviation_action(
    *,
    number: str,
    actor: Actor,
    at: datetime,
    text: str,
    owner_role: str,
    due: date,
    not_personal: Collection[str] = (),
) -> DeviationFacts:
    """Decide one action (DEV10: with an owner, and a last day that has not passed). The answer comes next."""
    act = begin_deviation("decide_deviation_action", number, actor=actor, at=at)
    said = written("action", text, act.row, not_personal)
    if owner_role not in OWNER_ROLES:
        raise InvalidInput(
            "Åtgärden behöver en ansvarig.", "Välj en funktion, inget namn.", field="owner_role"
        )
    if due < local_date(at):
        raise InvalidInput("Sista dagen har redan varit.", "Välj i dag eller en senare dag.", field="due")
    decided = {
        "owner_unit": act.facts.addressed_unit,
        "owner_role": owner_role,
        "due": due.isoformat(),
    }
    return act.record(New("deviation_action_decided", decided), said)
