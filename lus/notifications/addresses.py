"""Vart?: the address of a nudge, read when it is sent, so that a changed one counts at once."""

from collections.abc import Iterable
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


def mailboxes_of(unit_ids: Iterable[UUID]) -> dict[UUID, str]:
    """Return the mailbox of each unit that has one: its e-mail channel, or else its own address."""
    wanted = list(unit_ids)
    chosen = UnitChannel.objects.filter(unit_id__in=wanted, audience=Audience.UNIT, channel=Channel.EMAIL)
    own = dict(Unit.objects.filter(pk__in=wanted).values_list("pk", "email"))
    found = own | dict(chosen.values_list("unit_id", "address"))
    return {unit_id: address for unit_id, address in found.items() if address}
