"""Åtgärd i lyftet: what shall be done, by which unit and function, and until when."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from deviations.rules.choices import OWNER_ROLES
from deviations.rules.lift import LiftFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.models import Unit
from lus.refusals import InvalidInput
from lus.swedish_time import local_date

from .guarded_text import written
from .lift_act import begin_lift


@transaction.atomic
def decide_lift_measure(
    *,
    reference: str,
    actor: Actor,
    at: datetime,
    text: str,
    owner_unit_id: UUID,
    owner_role: str,
    due: date,
    not_personal: Collection[str] = (),
) -> LiftFacts:
    """Decide one measure. Raises InvalidInput without an owner, or for a day that has been (DEV10)."""
    act = begin_lift("decide_lift_measure", reference, actor=actor, at=at)
    said = written("action", text, None, not_personal)
    owner = Unit.objects.filter(pk=owner_unit_id, closed_on__isnull=True).first()
    if owner is None:
        raise InvalidInput("Enheten finns inte.", "Välj en enhet i listan.", field="owner_unit_id")
    if owner_role not in OWNER_ROLES:
        raise InvalidInput(
            "Åtgärden behöver en ansvarig.", "Välj en funktion, inget namn.", field="owner_role"
        )
    if due < local_date(at):
        raise InvalidInput("Sista dagen har redan varit.", "Välj i dag eller en senare dag.", field="due")
    decided = {"owner_unit": str(owner.pk), "owner_role": owner_role, "due": due.isoformat()}
    return act.record(New("lift_measure_decided", decided), said)
