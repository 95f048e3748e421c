"""Underrättelse om utskrivningsklar: LUS 1:3, 3:1 and 5:4.

The notice is sent when the system takes it; a sent time cannot be typed.
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.queries.agreements import PaymentStart
from discharge.queries.weekend import planned_day
from discharge.rules.facts import CaseFacts
from discharge.rules.time_refusal import time_refusal
from lus.events.record import New
from lus.organisations.actor import CLOCK, Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .case_act import begin, refuse
from .weekend_guard import receivers_of, weekend_warning

LEGAL_GROUNDS = {"consent": "Samtycke", "harm_test": "Menprövning", "provision": "Annan bestämmelse"}


@transaction.atomic
def mark_ready_for_discharge(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    physician: str,
    assessed_at: datetime,
    legal_ground: str,
    shown_day_zero: str = "",
    weekend_choice: str = "",
    weekend_with: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """Tell every concerned unit that the patient is ready; the count of free days begins.

    ``physician``: the treating physician who judged so, at ``assessed_at``. ``legal_ground``: a key of
    ``LEGAL_GROUNDS``. ``shown_day_zero`` (ISO date): what the page promised; if noon has passed since, the act is
    refused once with the new consequence.
    """
    act = begin(
        "mark_ready_for_discharge",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SEND_WARD_NOTICES,
        seen_version=seen_version,
    )
    _refuse_input(act.facts, physician, assessed_at, legal_ground, at)
    start = act.payment_start(at)
    _refuse_passed_cutoff(shown_day_zero, start)
    recipients = [unit.unit_id for unit in act.facts.active_units]
    notice = New(
        "ready_notice_sent",
        {
            "physician": physician.strip(),
            "assessed_at": assessed_at.isoformat(),
            "legal_ground": legal_ground,
            "recipients": recipients,
        },
    )
    when = planned_day(act.facts, at)
    guard = weekend_warning(
        "ready_notice",
        receivers_of(act.facts),
        when,
        weekend_choice,
        weekend_with,
        hours_of=act.hours_of,
    )
    assessed = New(
        "readiness_assessed",
        {"physician": physician.strip(), "assessed_at": assessed_at.isoformat()},
        happened_at=assessed_at,
    )
    return act.record(assessed, notice, *grace_started(start), *guard)


def grace_started(start: PaymentStart | None) -> list[New]:
    """Return the clock's event that the free days have begun, when the terms are known."""
    if start is None:
        return []
    data = {
        "day_zero": start.day_zero.isoformat(),
        "first_liable_day": start.first_liable_day.isoformat(),
        "agreement": start.agreement_key,
        "explanation": start.explanation,
    }
    return [New("grace_period_started", data, by=CLOCK)]


def _refuse_input(
    facts: CaseFacts, physician: str, assessed_at: datetime, legal_ground: str, at: datetime
) -> None:
    if not physician.strip() or len(physician) > 120:
        raise InvalidInput(
            "Bedömningen görs av behandlande läkare, och läkaren behöver anges.",
            "Skriv läkarens namn.",
            code="physician-missing",
            field="physician",
        )
    if legal_ground not in LEGAL_GROUNDS:
        raise InvalidInput(
            "Rättsligt stöd för underrättelsen saknas.",
            "Välj ett stöd.",
            code="legal-basis-missing",
            field="legal_ground",
        )
    refuse(
        time_refusal("mark_ready_for_discharge", facts, at, at, assessed_at=assessed_at), field="assessed_at"
    )


def _refuse_passed_cutoff(shown_day_zero: str, start: PaymentStart | None) -> None:
    if not shown_day_zero or start is None or start.day_zero.isoformat() == shown_day_zero:
        return
    raise InvalidInput(
        f"Gränsen passerades medan sidan var öppen. {start.explanation}",
        "Läs den nya följden och skicka igen.",
        code="cutoff-passed",
        title="Följden har ändrats",
        field="shown_day_zero",
    )
