"""Vad varje enhet är skyldig att göra, LUS 2–5 kap.: the duties that follow from what is known of the case.

Level-triggered: the whole list is computed anew from the facts each time. A duty that is done stays in the
list with ``met_at``; one that no longer makes sense is left out. Nothing here asks what time it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final

from lus.swedish_time import end_of_local_day, local_date, local_midnight

from . import (
    owed_at_leaving,
    owed_by_outpatient,
    owed_by_planning,
    owed_by_ward,
    owed_home_ready,
    owed_in_chain,
    owed_on_messages,
    owed_on_paper,
    owed_when_unread,
)
from .facts import CaseFacts, ReadySpell
from .facts_of_messages import GENERAL
from .follow_up_call import call_is_open
from .home_ready.checklist import Checklist
from .home_ready.shipped import shipped
from .owed import Obligation, duty_of, expected_when, in_hospital, later_than
from .owed_by_outpatient import summoning_unit
from .replaced_notices import replaced_notices
from .words import MESSAGES

__all__ = ["Obligation", "obligations", "summoning_unit"]

# Intern rutin: so long the units may still finish what they owe before the case leaves the lists.
CLOSES_AFTER: Final = timedelta(days=3)
# What holds for messages that were sent without a ladder of their own, and for the generated page.
READ_WITHIN: Final = timedelta(minutes=120)
READ_URGENT_WITHIN: Final = timedelta(minutes=30)
URGENT_MESSAGES: Final = frozenset(
    {
        "ready_notice_sent",
        "ready_notice_forwarded",
        "ready_notice_withdrawn",
        "ready_notice_entered_in_error",
        "patient_discharged",
        "discharge_corrected",
        "patient_transferred",
    }
)


def obligations(
    facts: CaseFacts,
    *,
    day_zero: date | None = None,
    first_liable_day: date | None = None,
    checklist: Checklist | None = None,
) -> list[Obligation]:
    """Return every duty of the case, open and met. A dead patient, an error or a closed case owes nothing.

    ``day_zero``, ``first_liable_day``: day zero and the first possible payment day of the notice in force (local
    dates), if they are known. ``checklist``: the case's version of the home-ready list; None = the common one.
    """
    if facts.admitted_at is None or facts.deceased_at or facts.entered_in_error_at or facts.closed_at:
        return []
    # Outside the act no statutory clock runs: what is left is that messages are read and the case ends.
    if facts.scope.is_outside:
        return [duty for rule in LIGHT for duty in rule(facts)]
    duties = [duty for rule in RULES for duty in rule(facts)]
    duties += owed_home_ready.settle_points(facts, checklist or shipped())
    duties += owed_home_ready.say_why(facts, day_zero)
    if facts.open_spell is not None and first_liable_day is not None:
        duties.append(_payment_day(facts.open_spell, first_liable_day))
    return duties


def _acknowledge(facts: CaseFacts) -> Iterator[Obligation]:
    active = {unit.unit_id: unit.is_active for unit in facts.units}
    replaced = replaced_notices(facts)
    for item in facts.deliveries:
        if item.kind in GENERAL:
            continue
        if not item.acknowledged_at and (item.event_id, item.unit_id) in replaced:
            continue
        if item.acknowledged_at or active.get(item.unit_id, True):
            limit = READ_URGENT_WITHIN if item.kind in URGENT_MESSAGES else READ_WITHIN
            yield duty_of(
                "acknowledge",
                item.unit_id,
                item.delivered_at,
                item.levels[0] if item.levels else item.delivered_at + limit,
                met_at=item.acknowledged_at,
                key=item.event_id,
                message=MESSAGES.get(item.kind, "meddelande"),
            )


def _start_planning(facts: CaseFacts) -> Iterator[Obligation]:
    for unit in facts.active_units:
        if unit.told_at and (unit.planning_at or in_hospital(facts)):
            yield duty_of("start_planning", unit.unit_id, unit.told_at, met_at=unit.planning_at)


def _ready_to_receive(facts: CaseFacts) -> Iterator[Obligation]:
    spell = facts.open_spell
    for unit in facts.active_units:
        # Not owed before there is something to report on: planning has begun, or the patient may leave.
        start = unit.planning_at or (spell.sent_at if spell else None)
        if start and (unit.ready_at or in_hospital(facts)):
            day = expected_when(facts, unit.ready_at)
            due = later_than(start, local_midnight(day), end_of_local_day(day)) if day else None
            yield duty_of("report_ready_to_receive", unit.unit_id, start, due, met_at=unit.ready_at)


def _payment_day(spell: ReadySpell, first: date) -> Obligation:
    return duty_of("payment_day_begins", None, spell.sent_at, local_midnight(first), key=first.isoformat())


def _closing_day(facts: CaseFacts) -> Iterator[Obligation]:
    left = facts.discharged_at or facts.chain.transferred_at
    if left is not None and not call_is_open(facts):
        call = facts.leaving.call
        ended = (call.done_at or call.waived_at) if call else None
        # Who opened the case again has three days anew.
        day = local_date(max(left, facts.chain.reopened_at or left)) + CLOSES_AFTER
        day = max(day, local_date(ended)) if ended else day
        yield duty_of("case_closes", None, left, end_of_local_day(day), key=day.isoformat())


RULES: Final[tuple[Callable[[CaseFacts], Iterator[Obligation]], ...]] = (
    owed_by_ward.admission_notice,
    owed_by_ward.new_recipient,
    owed_by_ward.no_municipality,
    owed_by_ward.no_outpatient,
    owed_by_outpatient.care_contact,
    _acknowledge,
    owed_on_messages.general_messages,
    owed_when_unread.next_level,
    owed_when_unread.phone_card,
    owed_when_unread.weekend,
    _start_planning,
    _ready_to_receive,
    owed_by_planning.planning_basis,
    owed_by_planning.chase_list,
    owed_by_outpatient.sip,
    owed_by_outpatient.outpatient_readiness,
    owed_at_leaving.handover,
    owed_at_leaving.patient_information,
    owed_at_leaving.receipt,
    owed_at_leaving.follow_up,
    owed_in_chain.confirm_move,
    owed_in_chain.care_plan,
    owed_in_chain.home_municipality,
    owed_on_paper.answer_paper,
    _closing_day,
)
LIGHT: Final[tuple[Callable[[CaseFacts], Iterator[Obligation]], ...]] = (
    _acknowledge,
    owed_on_messages.general_messages,
    owed_in_chain.confirm_move,
    _closing_day,
)
