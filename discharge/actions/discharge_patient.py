"""Skriv ut: the patient leaves the ward. The count of days ends; the discharge day is not paid (tolkning D-03)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.queries.checklists import checklist_of
from discharge.rules.destinations import DESTINATIONS
from discharge.rules.facts import CaseFacts
from discharge.rules.follow_up_call import call_is_open
from discharge.rules.home_ready.standing import home_ready
from lus.events.record import New
from lus.organisations.actor import CLOCK, Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput
from lus.swedish_time import local_date

from .case_act import begin
from .free_text import tidy_text
from .late import late_data
from .plan_follow_up_call import call_planned
from .weekend_guard import receivers_of, weekend_warning

__all__ = ["DESTINATIONS", "count_ended", "discharge_patient"]


@transaction.atomic
def discharge_patient(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    left_at: datetime,
    destination: str,
    destination_text: str = "",
    missing_reason: str = "",
    follow_up_unit_id: UUID | None = None,
    open_points_reason: str = "",
    late_reason: str = "",
    weekend_choice: str = "",
    weekend_with: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """Register that the patient left at ``left_at`` for ``destination`` (a key of ``DESTINATIONS``).

    ``destination_text`` says where, when it is ``other``. ``follow_up_unit_id``: who calls the patient after 48 to 72
    hours. A handover that is not sent yet never stops it; ``missing_reason`` may say why. Neither do open blocking
    points of the home-ready list: they are kept with the event, and ``open_points_reason`` may say why.
    """
    act = begin(
        "discharge_patient",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.REGISTER_STAY,
        happened_at=left_at,
        time_field="left_at",
        seen_version=seen_version,
    )
    if destination not in DESTINATIONS:
        raise InvalidInput("Vart patienten åker behöver anges.", "Välj ur listan.", field="destination")
    data = {
        "destination": destination,
        "destination_text": tidy_text(destination_text, "destination_text", limit=80),
        "missing_reason": tidy_text(missing_reason, "missing_reason"),
        "open_points": [
            item.point.id for item in home_ready(act.facts, checklist_of(act.facts.home.checklist)).open
        ],
        "open_points_reason": tidy_text(open_points_reason, "open_points_reason"),
        "recipients": [unit.unit_id for unit in act.facts.active_units],
        **late_data(left_at, at, late_reason),
    }
    if (destination == "other") != bool(data["destination_text"]):
        raise InvalidInput(
            "Vart patienten åker behöver skrivas för Annat, och bara då.",
            "Skriv vart, eller välj ett annat alternativ.",
            field="destination_text",
        )
    return act.record(
        New("patient_discharged", data, happened_at=left_at),
        *_call(act.facts, follow_up_unit_id),
        *count_ended(act.facts, left_at, "Patienten skrevs ut."),
        *weekend_warning(
            "discharge",
            receivers_of(act.facts),
            left_at,
            weekend_choice,
            weekend_with,
            hours_of=act.hours_of,
        ),
    )


def _call(facts: CaseFacts, unit_id: UUID | None) -> list[New]:
    """Return the event that plans the call, unless that unit has it already or nobody is chosen."""
    call = facts.leaving.call
    if unit_id is None or (call_is_open(facts) and call is not None and call.unit_id == str(unit_id)):
        return []
    try:
        return [call_planned(facts, unit_id)]
    except InvalidInput as said:
        said.field = "follow_up_unit_id"
        raise


def count_ended(facts: CaseFacts, ended_at: datetime, why: str) -> list[New]:
    """Return the clock's event that the count has ended, when one was running."""
    if facts.open_spell is None:
        return []
    data = {"day": local_date(ended_at).isoformat(), "explanation": f"{why} Dagen räknas inte."}
    return [New("payment_count_ended", data, happened_at=ended_at, by=CLOCK)]
