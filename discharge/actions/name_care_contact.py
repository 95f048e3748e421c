"""Utse fast vårdkontakt: LUS 2 kap. 5 §, by the regional outpatient unit, before the patient goes home."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .acknowledge_by_act import acknowledged_by_acting
from .case_act import begin


@transaction.atomic
def name_care_contact(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    name: str,
    title: str,
    phone: str = "",
    phone_function: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """Name the care contact at the actor's own unit, or another one after the first."""
    act = begin(
        "name_care_contact",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.NAME_CARE_CONTACT,
        seen_version=seen_version,
    )
    for field, value, limit in (("name", name, 120), ("title", title, 80), ("phone", phone, 30)):
        if (field != "phone" and not value.strip()) or len(value) > limit:
            raise InvalidInput("En uppgift om vårdkontakten fattas.", "Fyll i namn och roll.", field=field)
    event = "care_contact_changed" if act.facts.care_contact else "care_contact_named"
    return act.record(
        *acknowledged_by_acting(act.facts, actor),
        New(
            event,
            {
                "unit_id": str(actor.unit_id),
                "name": name.strip(),
                "title": title.strip(),
                "phone": phone.strip(),
                "phone_function": phone_function.strip(),
            },
        ),
    )
