"""Ändra aviseringar: where a unit, its administrator and its head are nudged; and a test that shows the way is open."""

import re
from datetime import datetime, time
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from lus.organisations.actor import Actor
from lus.organisations.change_settings import note
from lus.organisations.models import Unit
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .models import Audience, Channel, Notification, UnitChannel
from .tell import tell

NUMBER = re.compile(r"\+\d{8,15}")


@transaction.atomic
def set_channel(
    *,
    audience: str,
    channel: str,
    address: str,
    actor: Actor,
    at: datetime,
    opens: time = time(0, 0),
    closes: time = time(23, 59),
    digest: bool = False,
) -> None:
    """Add a channel or change it. ``address``: e-mail, or a number with country code for text messages."""
    actor.require(Permission.ADMINISTER_UNIT)
    _refuse_address(channel, address)
    if closes <= opens:
        raise InvalidInput(
            "Tiderna är omvända.", "Skriv från och till, till exempel 07.00 och 20.00.", field="opens"
        )
    given = {"address": address, "opens": opens, "closes": closes, "digest": digest}
    UnitChannel.objects.update_or_create(
        unit_id=str(actor.unit_id), audience=audience, channel=channel, defaults=given
    )
    note(actor, at, f"Kanal {Channel(channel).label} till {Audience(audience).label.lower()} ändrad")


@transaction.atomic
def remove_channel(*, channel_id: int, actor: Actor, at: datetime) -> None:
    """Take a channel away; the unit's last one stays, unless its own e-mail address takes over."""
    actor.require(Permission.ADMINISTER_UNIT)
    row = UnitChannel.objects.filter(pk=channel_id, unit_id=str(actor.unit_id)).first()
    if row is None:
        raise InvalidInput("Kanalen finns inte längre.", "Ladda om sidan.", field="channel_id")
    others = UnitChannel.objects.filter(unit=row.unit, audience=Audience.UNIT).exclude(pk=row.pk)
    address = Unit.objects.values_list("email", flat=True).get(pk=row.unit_id)
    if row.audience == Audience.UNIT and not others.exists() and not address:
        raise InvalidInput(
            "Det är enhetens sista kanal. Utan den når inga aviseringar fram.",
            "Lägg till en annan kanal först.",
            code="last-channel",
            field="channel_id",
        )
    note(actor, at, f"Kanal {row.get_channel_display()} borttagen")
    row.delete()


@transaction.atomic
def send_test(*, actor: Actor, at: datetime) -> None:
    """Skicka test: the same fixed text to each of the unit's own channels, at once."""
    actor.require(Permission.ADMINISTER_UNIT)
    assert actor.unit_id is not None
    cause = uuid4()
    tell([actor.unit_id], case_id=None, cause_id=cause, kind="channel_test", at=at, urgent=True)
    Notification.objects.filter(cause_id=cause).update(seen_at=at)  # no news for the bell
    note(actor, at, "Test skickat")


def _refuse_address(channel: str, address: str) -> None:
    if channel == Channel.SMS:
        if not NUMBER.fullmatch(address):
            raise InvalidInput(
                "Numret går inte att skicka till.", "Skriv landskod: +46700000000.", field="address"
            )
        return
    try:
        validate_email(address)
    except ValidationError:
        raise InvalidInput(
            "E-postadressen går inte att läsa.", "Skriv namn@plats.se.", field="address"
        ) from None
