"""En plikt i en SIP i ord: what to do, by which button, and where; told alike on *Min tur* and on the SIP pages."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from discharge.rules.duties import DUTIES
from discharge.rules.facts_of_sip import state_words
from discharge.views.duty_words import deadline_of
from discharge.views.listed_duty import address_of, duty_sentence, verb_of
from lus.deadlines.models import Obligation
from lus.deadlines.subjects import DutySubject
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.web.words import moment
from sip.models import Plan
from sip.queries.plan_page import PlanPage
from sip.queries.visible import readable_plans
from sip.rules.next_of_plan import Next
from sip.rules.owed import ENDED
from sip.rules.plan_refusal import PLAN_ACTS


def act_url(plan: Plan, duty: Obligation) -> str:
    """Return the address of the act that meets ``duty``: in the case, or on the plan itself."""
    row = DUTIES.get(duty.code)
    if row is None or not row.act:
        return ""
    if row.act not in PLAN_ACTS:
        return address_of(row.act, plan.pk)
    return address_of(row.act, plan.case_id) if plan.case_id else address_of(f"plan_{row.act}", plan.pk)


def next_words(plan: Plan, found: Next[Obligation]) -> str:
    """Return what the plan waits for: the sentence of the duty, or that nobody owes anything now."""
    if found.duty is not None:
        return duty_sentence(found.duty.code, late=found.late)
    return "Inget" if plan.state in ENDED else "Inget nu"


def plan_next(page: PlanPage, viewer: Actor, at: datetime) -> dict[str, Any]:
    """Return ``{words, when, mine, late, whose, act, verb, url, dialog}`` for the page of one plan."""
    found, duty = page.next, page.next.duty
    act = DUTIES[duty.code].act if duty else ""
    may = duty is not None and (act not in PLAN_ACTS or viewer.may(Permission.LEAD_SIP) or page.plan.case_id)
    return {
        "words": next_words(page.plan, found),
        "when": _limit(duty, at) if duty else "",
        "mine": found.mine,
        "late": found.late,
        "whose": page.next_unit,
        "act": act,
        "verb": verb_of(duty) if duty else "",
        "url": act_url(page.plan, duty) if duty and found.mine and may else "",
        "dialog": act in PLAN_ACTS,
    }


def _limit(duty: Obligation, at: datetime) -> str:
    """``senast tis 17/3 (intern rutin)``: never a routine without the word."""
    words = deadline_of(duty, at).absolute
    basis = "intern rutin" if duty.basis == "routine" else duty.reference
    return f"{words} ({basis})" if words and duty.due_at else ""


def plan_subjects(viewer: Actor, ids: Collection[UUID], at: datetime) -> Mapping[UUID, DutySubject]:
    """Return the plans among ``ids`` that the viewer may see, as *Min tur* shows them, in one statement."""
    plans = readable_plans(viewer).filter(pk__in=ids).select_related("person", "led_by")
    return {plan.pk: _subject(plan, at) for plan in plans}


def _subject(plan: Plan, at: datetime) -> DutySubject:
    return DutySubject(
        person=plan.person,
        reference=plan.reference,
        url=address_of("sip_plan", plan.pk),
        state=f"SIP: {state_words(plan.state, plan.needed).lower()}",
        note=f"Möte {moment(plan.meeting_at, at)}" if plan.meeting_at else "",
        place=plan.led_by.name if plan.led_by else "",
        act_url=lambda duty: act_url(plan, duty),
    )
