"""Vad varje enhet är skyldig i en SIP, handbook sip §16: the duties that follow from what is known of the plan.

Level-triggered as those of a case (``discharge/rules/obligations.py``): the whole list anew each time, and nothing
here asks what time it is. A duty whose ``starts_at`` lies ahead is nobody's yet. What hangs on the stay in hospital
(the need, the offer, the consent, the summons of LUS 4 kap. 3 §) is the case's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from discharge.rules.consent_refusals import refuse_unmade, refuse_without_plan
from discharge.rules.facts import CaseFacts
from discharge.rules.owed import Obligation
from discharge.rules.owed_by_outpatient import summoning_unit

from . import owed_at_meeting, owed_later, owed_on_document
from .document.facts import DocumentFacts
from .document.when import REPLACED, is_compulsory

ENDED: Final = frozenset({"closed", "not_relevant", "replaced_by_care_plan", "declined_by_person"})


def plan_duties(process: CaseFacts, document: DocumentFacts, led_by: str) -> list[Obligation]:
    """Return what the plan's units owe. ``led_by``: the unit that leads a plan outside hospital."""
    leader = leader_of(process, led_by)
    if process.entered_in_error_at or process.deceased_at:
        return []
    if is_compulsory(process):
        # The care plan's own duty stands in the case; a document that is kept here is confirmed all the same.
        kept = process.sip.state == REPLACED
        return [duty for rule in OF_CARE_PLAN for duty in rule(process, document, leader)] if kept else []
    if process.sip.state in ENDED:
        return []
    duties = [duty for rule in OF_PROCESS for duty in rule(process, leader)]
    # Nothing is locked or confirmed without the yes (LUS 4 kap. 2 §); whether it has run out the act says.
    if refuse_without_plan(process, None) is None:
        duties += owed_on_document.lock(process, document, leader)
        duties += owed_on_document.revise(process, document, leader)
        if refuse_unmade(process, None) is None:
            duties += owed_on_document.confirmations(process, document, leader)
    return [*duties, *owed_on_document.copy(process, document, leader)]


def leader_of(process: CaseFacts, led_by: str) -> str:
    """Return the unit that leads: in a discharge the one that calls (LUS 4 kap. 3 §), "" when there is none."""
    if not process.ward_id:
        return led_by
    unit = summoning_unit(process)
    return unit.unit_id if unit else ""


OF_PROCESS: Final[tuple[Callable[[CaseFacts, str], Iterator[Obligation]], ...]] = (
    owed_later.start,
    owed_at_meeting.poll_answers,
    owed_at_meeting.answers,
    owed_at_meeting.substitutes,
    owed_at_meeting.proposals,
    owed_at_meeting.record,
    owed_later.follow_up,
)
Rule = Callable[[CaseFacts, DocumentFacts, str], Iterator[Obligation]]
OF_CARE_PLAN: Final[tuple[Rule, ...]] = (owed_on_document.confirmations, owed_on_document.copy)
