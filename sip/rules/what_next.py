"""Att göra med en SIP: what a plan waits for now, seen by one unit (LUS 4 kap., HSL 16 kap. 4 §)."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from discharge.rules.facts_of_sip import PLANNED

ENDED: Final = frozenset({"closed", "not_relevant", "replaced_by_care_plan", "declined_by_person"})

# A follow-up meeting is called a fortnight ahead; assumption, the handbook's SIP page, 16 (O8).
CALLED_BEFORE: Final = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class PlanStands:
    """What a list knows of a plan. ``awaited``: ids of called units without an answer; ``led_by``: "" = nobody yet."""

    state: str
    needed: bool | None
    consent: str
    led_by: str
    awaited: Set[str]
    meeting_at: datetime | None
    follow_up_on: date | None


@dataclass(frozen=True, slots=True)
class Next:
    """``words``: what, ``act``: by which act. ``mine``: it is the asking unit's; ``late``: its day has passed."""

    words: str
    act: str = ""
    mine: bool = False
    late: bool = False


def what_next(plan: PlanStands, own: Set[str], at: datetime, today: date) -> Next:
    """Return what the plan waits for, for the units ``own``."""
    leads = plan.led_by in own
    if plan.state in ENDED:
        return Next("Inget")
    if plan.state == "not_assessed":
        return Next("Erbjud SIP", "offer_sip", mine=True)
    if plan.state == "offered":
        return _offered(plan, leads)
    if plan.state == "summoned":
        return _summoned(plan, own, leads, at)
    if plan.state == "held":
        return Next("Upprätta planen", "establish_sip", mine=leads)
    return _planned(plan, leads, today)


def _offered(plan: PlanStands, leads: bool) -> Next:
    if plan.consent != "given":
        return Next("Dokumentera svaret", "record_sip_answer", mine=True)
    return Next("Kalla till möte", "send_sip_summons", mine=leads)


def _summoned(plan: PlanStands, own: Set[str], leads: bool, at: datetime) -> Next:
    if plan.meeting_at is not None and plan.meeting_at <= at:
        return Next("Dokumentera mötet", "record_sip_meeting", mine=leads, late=True)
    if plan.awaited & own:
        return Next("Svara på kallelsen", "answer_sip_summons", mine=True)
    return Next("Håll mötet", mine=leads)


def _planned(plan: PlanStands, leads: bool, today: date) -> Next:
    if plan.state not in PLANNED or plan.follow_up_on is None:
        return Next("Bestäm uppföljning", "follow_up_sip", mine=leads)
    late = plan.follow_up_on < today
    if not late and today >= plan.follow_up_on - CALLED_BEFORE:
        return Next("Kalla till uppföljning", "send_sip_summons", mine=leads)
    return Next("Följ upp", "follow_up_sip", mine=leads, late=late)
