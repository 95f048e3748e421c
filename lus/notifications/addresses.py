"""Vart?: the address of a nudge, read when it is sent, so that a changed one counts at once."""

from uuid import UUID

from lus.organisations.models import Unit

from .models import Audience, Channel, UnitChannel


def address_of(unit_id: UUID, audience: str, channel: str) -> str:
    """Return the address, "" when there is none. A unit that has chosen no channel has its own e-mail address."""
    chosen = UnitChannel.objects.filter(unit_id=unit_id, audience=audience, channel=channel)
    address = chosen.values_list("address", flat=True).first()
    if address is None and audience == Audience.UNIT and channel == Channel.EMAIL:
        return Unit.objects.values_list("email", flat=True).get(pk=unit_id)
    return address or ""
