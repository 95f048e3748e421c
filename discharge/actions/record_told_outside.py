"""Meddelat utanför systemet: a municipality of another county was told by telephone or paper (LUS 2:1, 2:3).

The product cannot send there, so this is what somebody says they did, never a notice that the product sent.
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from discharge.rules.other_county import is_from_another_county
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .case_act import begin
from .free_text import tidy_text
from .late import late_data

CHANNELS = {
    "phone_and_paper": "Telefon och papper",
    "phone": "Telefon",
    "paper": "Brev eller bud",
    "fax": "Fax",
}


@transaction.atomic
def record_told_outside(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    channel: str,
    receiver: str,
    told_at: datetime,
    text: str = "",
    late_reason: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """Log how the home municipality was told. ``channel``: a key of ``CHANNELS``; ``receiver``: a function, no name."""
    act = begin(
        "record_told_outside",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SEND_WARD_NOTICES,
        happened_at=told_at,
        time_field="told_at",
        seen_version=seen_version,
    )
    if not is_from_another_county(act.facts):
        raise InvalidInput(
            "Patienten är folkbokförd i länet, och länets kommuner nås i systemet.",
            "Lägg till kommunens enhet i ärendet.",
            code="own-county",
            field="channel",
        )
    if channel not in CHANNELS:
        raise InvalidInput("Hur kommunen fick veta det behöver anges.", "Välj ur listan.", field="channel")
    data = {
        "municipality": act.facts.registered_municipality,
        "channel": channel,
        "receiver": tidy_text(receiver, "receiver", required=True),
        "text": tidy_text(text, "text"),
        **late_data(told_at, at, late_reason),
    }
    return act.record(New("told_outside_system", data, happened_at=told_at))
