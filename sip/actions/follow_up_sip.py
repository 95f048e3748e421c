"""Följ upp SIP: HSL 16 kap. 4 §. Who answers for the plan tells how the goals went, and when it is looked at next."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.acknowledge_by_act import acknowledged_by_acting
from discharge.actions.free_text import tidy_text
from discharge.rules.facts import CaseFacts
from discharge.rules.sip_choices import OUTCOMES, RESULTS
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .goal_results import Results, checked_results, keep_beside, locked_plan
from .plan_act import begin_sip
from .plan_parts import follow_up_day


@transaction.atomic
def follow_up_sip(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    result: str,
    outcome: str = "continue",
    text: str = "",
    next_on: date | None = None,
    results: Results | None = None,
    seen_version: int | None = None,
) -> CaseFacts:
    """Record the follow-up. ``result``: a key of ``RESULTS``; ``outcome``: of ``OUTCOMES``.

    ``next_on``: the next one, if there will be one. *revise* makes the document a draft again; *close* ends nothing
    by itself: ``close_sip`` does.

    ``results``: one for each goal of the plan in force, ``{goal_id, result, person_words?, unit_words?}``.
    """
    plan = locked_plan(case_id) if results is not None or outcome == "revise" else None
    act = begin_sip(
        "follow_up_sip",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.ANSWER_NOTICE,
        seen_version=seen_version,
    )
    if result not in RESULTS:
        raise InvalidInput("Resultatet fattas.", "Välj hur det gick med målen.", field="result")
    if outcome not in OUTCOMES:
        raise InvalidInput("Det fattas vad som händer sedan.", "Välj ett av alternativen.", field="outcome")
    if outcome == "close" and next_on is not None:
        raise InvalidInput(
            "En plan som avslutas följs inte upp igen.", "Ta bort nästa uppföljning.", field="next_on"
        )
    data = {
        "result": result,
        "outcome": outcome,
        "text": tidy_text(text, "text"),
        "next_on": follow_up_day(next_on, "next_on", act.facts, at),
    }
    goals = {} if results is None else {"results": checked_results(plan, results)}
    in_case = plan is not None and plan.case_id is not None
    followed_up = New("sip_followed_up", data if in_case else {**data, **goals})
    facts = act.record(*acknowledged_by_acting(act.facts, actor), followed_up)
    if plan is not None and in_case:
        keep_beside(plan, {**data, **goals}, actor=actor, at=at)
    return facts
