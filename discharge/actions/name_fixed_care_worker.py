"""Utse fast omsorgskontakt (SoL): the municipality's named person in home care, beside the fast vårdkontakt."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput
from lus.swedish_time import local_date

from .acknowledge_by_act import acknowledged_by_acting
from .case_act import begin
from .free_text import tidy_text


@transaction.atomic
def name_fixed_care_worker(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    name: str,
    phone: str = "",
    phone_function: str = "",
    from_day: date | None = None,
    seen_version: int | None = None,
) -> CaseFacts:
    """Name the contact at the actor's own unit, or another one after the first. ``from_day`` None = today."""
    act = begin(
        "name_fixed_care_worker",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.ANSWER_NOTICE,
        seen_version=seen_version,
    )
    if not name.strip():
        raise InvalidInput("Omsorgskontaktens namn fattas.", "Skriv namnet.", field="name")
    data = {
        "unit_id": str(actor.unit_id),
        "name": tidy_text(name, "name", limit=120),
        "phone": tidy_text(phone, "phone", limit=30),
        "phone_function": tidy_text(phone_function, "phone_function", limit=80),
        "from_day": (from_day or local_date(at)).isoformat(),
    }
    return act.record(*acknowledged_by_acting(act.facts, actor), New("fixed_care_worker_named", data))
