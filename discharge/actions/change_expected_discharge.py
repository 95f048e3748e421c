"""Ändra beräknad utskrivning: LUS 2 kap. 4 §. All units are told, with the reason; those it touches owe a receipt."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.date_change import touched_units
from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .asked_again import asked_again_of_date
from .case_act import begin
from .send_admission_notice import refuse_past
from .weekend_guard import receivers_of, weekend_warning

REASONS = {
    "medical": "Medicinsk",
    "awaiting_municipality": "Väntar på kommunen",
    "awaiting_outpatient": "Väntar på öppenvården",
    "transport": "Transport",
    "patient_wish": "Patientens önskemål",
    "other": "Annat",
}


@transaction.atomic
def change_expected_discharge(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    new_date: date,
    reason: str,
    weekend_choice: str = "",
    weekend_with: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """Set a new expected discharge date. ``reason`` is a key of ``REASONS``. The same date again is refused.

    Recipients, who owe a receipt, are the units of ``touched_units``; the others are told and owe none.
    ``weekend_choice`` and ``weekend_with`` answer a weekend warning at once (``weekend_guard``).
    """
    act = begin(
        "change_expected_discharge",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SEND_WARD_NOTICES,
        seen_version=seen_version,
    )
    _refuse_input(act.facts, new_date, reason)
    refuse_past(new_date, at, field="new_date")
    old = act.facts.expected_discharge
    touched = touched_units(
        act.facts, new_date, act.hours_of(unit.unit_id for unit in act.facts.active_units)
    )
    return act.record(
        New(
            "expected_discharge_changed",
            {
                "old": old.isoformat() if old else None,
                "new": new_date.isoformat(),
                "reason": reason,
                "recipients": [{"unit_id": unit_id, "why": list(why)} for unit_id, why in touched.items()],
            },
        ),
        *asked_again_of_date(act.facts, touched, old.isoformat() if old else None, new_date.isoformat()),
        *weekend_warning(
            "expected_discharge",
            receivers_of(act.facts),
            new_date,
            weekend_choice,
            weekend_with,
            hours_of=act.hours_of,
        ),
    )


def _refuse_input(facts: CaseFacts, new_date: date, reason: str) -> None:
    if reason not in REASONS:
        raise InvalidInput("En orsak behöver anges.", "Välj en orsak ur listan.", field="reason")
    if new_date == facts.expected_discharge:
        raise InvalidInput(
            "Beräknad utskrivning är redan det datumet.",
            "Välj ett annat datum, eller gå tillbaka.",
            code="same-date",
            field="new_date",
        )
