"""Registrera avliden: one act ends every clock and reminder. Units are told quietly."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import CLOCK, Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .case_act import begin
from .discharge_patient import count_ended
from .late import late_data


@transaction.atomic
def record_death(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    died_at: datetime,
    confirmed: bool,
    late_reason: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """Record the time of death. ``confirmed`` is the second step that the page asks for."""
    act = begin(
        "record_death",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.RECORD_DEATH,
        happened_at=died_at,
        time_field="died_at",
        seen_version=seen_version,
    )
    if not confirmed:
        raise InvalidInput(
            "Registreringen stoppar alla klockor och behöver bekräftas.",
            "Kryssa för att uppgiften stämmer.",
            field="confirmed",
        )
    data = {
        "recipients": [unit.unit_id for unit in act.facts.active_units],
        **late_data(died_at, at, late_reason),
    }
    return act.record(
        New("patient_deceased_recorded", data, happened_at=died_at),
        *count_ended(act.facts, died_at, "Vården avslutades."),
        New("case_closed", {"reason": "deceased"}, by=CLOCK),
    )
