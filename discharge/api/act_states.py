"""Vad får göras nu: each act for this viewer on this case, allowed or with the reason why not."""

from datetime import datetime
from typing import Any
from uuid import UUID

from discharge.queries.case_page import CasePage
from discharge.rules.facts import CaseFacts
from discharge.rules.stages import refusal
from lus.api.problems import lacking, refusal_body, type_uri
from lus.organisations.actor import Actor
from lus.refusals import refused

from .act_route import ACTS, ActRoute


def act_states(page: CasePage, viewer: Actor, request: Any, at: datetime) -> list[dict[str, Any]]:
    """Return ``{act, href, allowed, if_match, why_not}`` for every act of the table."""
    return [_state(route, page, viewer, request, at) for route in ACTS.values()]


def allowed_now(facts: CaseFacts, viewer: Actor, at: datetime) -> list[dict[str, str]]:
    """Return ``[{act, href}]`` of what the viewer may do now, for a refusal's ``allowed_acts``."""
    return [
        {"act": route.name, "href": href(facts.case_id, route)}
        for route in ACTS.values()
        if viewer.may(route.permission) and refusal(route.act, facts, str(viewer.unit_id), at=at) is None
    ]


def href(case_id: UUID | str, route: ActRoute) -> str:
    """Return the address where the act is done."""
    return f"/api/v1/cases/{case_id}/acts/{route.name}"


def _state(route: ActRoute, page: CasePage, viewer: Actor, request: Any, at: datetime) -> dict[str, Any]:
    why_not = _why_not(route, page.facts, viewer, request, at)
    return {
        "act": route.name,
        "href": href(page.case.pk, route),
        "allowed": why_not is None,
        "if_match": route.if_match,
        "why_not": why_not,
    }


def _why_not(
    route: ActRoute, facts: CaseFacts, viewer: Actor, request: Any, at: datetime
) -> dict[str, Any] | None:
    if not viewer.may(route.permission):
        problem = lacking(route.permission)
    else:
        said = refusal(route.act, facts, str(viewer.unit_id), at=at)
        if said is None:
            return None
        problem = refusal_body(refused(said.code, said.title, said.detail, said.advice, said.event_id))
    return {"type": type_uri(problem["code"], request), **problem}
