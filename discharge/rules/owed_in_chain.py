"""Vårdkedjans plikter: confirm a move, make the care plan of ÖPT and ÖRV, tell a municipality that is not here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from .admission_notice_due import LIMIT, admission_notice_due
from .facts import MUNICIPAL_ROLES, CaseFacts
from .facts_of_scope import CARE_PLAN_STATUSES
from .other_county import is_from_another_county
from .owed import Obligation, duty_of, in_hospital, needs_municipality

# Intern rutin (assumption): so long the receiving ward may take to confirm that the patient has come.
CONFIRM_WITHIN: Final = timedelta(hours=2)


def confirm_move(facts: CaseFacts) -> Iterator[Obligation]:
    """Bekräfta flytten (intern rutin): two hours for the ward that the patient came to; never a lock."""
    now = facts.chain.now
    if now is not None and now.from_another and (now.confirmed_at or in_hospital(facts)):
        yield duty_of(
            "confirm_ward_change",
            now.ward_id,
            now.start,
            now.start + CONFIRM_WITHIN,
            met_at=now.confirmed_at,
            key=now.start.isoformat(),
        )


def care_plan(facts: CaseFacts) -> Iterator[Obligation]:
    """Samordnad vårdplan, LPT 7 a § och LRV 12 a §: in the place of SIP under ÖPT and ÖRV."""
    if facts.legal_status in CARE_PLAN_STATUSES and facts.admitted_at:
        start, met = facts.scope.legal_since or facts.admitted_at, facts.scope.care_plan_at
        yield duty_of("record_care_plan_instead", facts.chain.ward_at(met, facts.ward_id), start, met_at=met)


def home_municipality(facts: CaseFacts) -> Iterator[Obligation]:
    """Hemkommunen utanför systemet, LUS 2 kap. 1 och 3 §§: told by telephone and paper, with the notice's clock."""
    met = facts.scope.told_outside_at
    if facts.admitted_at is None or not (met or in_hospital(facts)):
        return
    if not (is_from_another_county(facts) and needs_municipality(facts)):
        return
    if met is None and any(unit.is_active and unit.role in MUNICIPAL_ROLES for unit in facts.units):
        return
    due = admission_notice_due(facts.admitted_at, facts.need_assessed_at, met).deadline
    ward = facts.chain.ward_at(met, facts.ward_id)
    yield duty_of("tell_home_municipality", ward, due - LIMIT, due, met_at=met)
