"""Riktad till: the unit that a deviation is sent to can receive it, or the one above is named."""

from datetime import datetime
from uuid import UUID

from deviations.queries.receivers import addressee
from lus.organisations.models import Unit
from lus.refusals import InvalidInput


def receiving_unit(unit_id: UUID, at: datetime, *, field: str = "addressed_unit_id") -> Unit:
    """Return the unit. Raises InvalidInput when there is none, or when nobody there receives (DEV03)."""
    found = addressee(unit_id, at=at)
    if found is None:
        raise InvalidInput("Enheten finns inte.", "Välj en enhet i listan.", field=field)
    if not found.can_receive:
        raise InvalidInput(
            f"{found.unit.name} kan inte ta emot avvikelser.",
            f"Välj {found.parent_name}." if found.parent_name else "Välj enheten ovanför i organisationen.",
            code="addressee-cannot-receive",
            title="Enheten kan inte ta emot",
            field=field,
        )
    return found.unit
