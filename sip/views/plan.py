"""*Plan*: one joint plan as one unit sees it. Whose, where it stands, who takes part, and what can be done now."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from discharge.rules.sip_standing import standing_words
from discharge.rules.stages import refusal
from discharge.views.consent_words import IN_CONSENTS, consent_section
from discharge.views.person_words import number_words, person_words
from discharge.views.sip_meeting_words import IN_PANEL, meeting_panel
from discharge.views.sip_words import sip_section
from discharge.views.who_asks import who_asks
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.web.words import moment
from sip.queries.plan_page import PlanPage, plan_page
from sip.queries.shown_document import shown_document
from sip.rules.document.topics import topics
from sip.rules.opening import ORIGIN_WORDS
from sip.rules.plan_refusal import open_acts

from .acts import ACTS
from .document import plan_document
from .duty_words import plan_next
from .outside_acts import OUTSIDE, address
from .plan_events import plan_events
from .plan_units import plan_units
from .survey_link import survey_links

Words = dict[str, Any]
WITHDRAW = "withdraw_consent"
# Stand beside the meeting, and at the consent that is given.
ELSEWHERE = IN_PANEL | IN_CONSENTS
TITLES = {row.act: row for row in OUTSIDE}


@never_cache
@require_GET
def plan_view(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Show the plan; the same 404 for a plan of others and for none."""
    viewer, at = who_asks(request)
    page = plan_page(viewer, plan_id, at=at)
    following, acts = plan_next(page, viewer, at), _acts(page, viewer, at)
    shown = {
        "patient": _banner(page, at),
        "next": following,
        "why": next((event.data["why"] for event in page.own if event.name == "sip_plan_opened"), ""),
        "part": sip_section(page, [], at),
        "panel": _panel(page, viewer, at),
        "consents": consent_section(page, at, _consent_urls(page, viewer, at)),
        "units": plan_units(page),
        "meeting": _meeting(page, at),
        "more": [
            *(link for link in acts if link["url"] != following["url"]),
            *survey_links(page, viewer, at),
        ],
        "case_url": reverse("case", args=[page.plan.case_id]) + "?section=sip#section"
        if page.plan.case_id
        else "",
        "days": plan_events(page, at),
        "document": plan_document(page),
    }
    return render(request, "sip/plan.html", shown)


def _banner(page: PlanPage, at: datetime) -> Words:
    person, plan = page.plan.person, page.plan
    state = standing_words(page.facts, at)
    return {
        **person_words(page, at),
        "identifier": number_words(person.identifier_kind, person.identifier),
        "facts": [{"term": "Plan", "fact": ORIGIN_WORDS[plan.origin]}],
        "axes": [{"word": state, "axis": "SIP"}],
    }


def _meeting(page: PlanPage, at: datetime) -> str:
    sip = page.facts.sip
    if sip.state != "summoned" or sip.meeting_at is None:
        return ""
    return f"Möte {moment(sip.meeting_at, at)}, {sip.place}."


def _consent_urls(page: PlanPage, viewer: Actor, at: datetime) -> dict[str, str]:
    """Return the addresses of what is done about consent; of a plan in a discharge it is taken back in its case."""
    if page.plan.case_id is None:
        found = [TITLES[act] for act in _open_acts(page, viewer, at) if act in IN_CONSENTS]
        return {row.act: reverse(address(row), args=[page.plan.pk]) for row in found}
    row = next(one for one in ACTS if one.act == WITHDRAW)
    is_open = refusal(WITHDRAW, page.facts, str(viewer.unit_id), at=at) is None
    may = viewer.may(row.permission) and is_open
    return {WITHDRAW: reverse(WITHDRAW, args=[page.plan.case_id])} if may else {}


def _acts(page: PlanPage, viewer: Actor, at: datetime) -> list[Words]:
    """Return what the viewer's unit can do here now; a plan in a discharge is worked with in its case."""
    found = [act for act in _open_acts(page, viewer, at) if act not in ELSEWHERE]
    return [
        {
            "act": act,
            "label": TITLES[act].title,
            "url": reverse(address(TITLES[act]), args=[page.plan.pk]),
        }
        for act in found
    ]


def _panel(page: PlanPage, viewer: Actor, at: datetime) -> Words | None:
    people = reverse("meeting_people", args=[page.plan.pk])
    document = shown_document(viewer, page.plan, page.facts, page.own, at=at)
    return meeting_panel(page, at, people, _in_panel(page, viewer, at), topics(document))


def _in_panel(page: PlanPage, viewer: Actor, at: datetime) -> dict[str, str]:
    """Return the addresses of what is done beside the meeting itself."""
    found = [TITLES[act] for act in _open_acts(page, viewer, at) if act in IN_PANEL]
    return {row.act: reverse(address(row), args=[page.plan.pk]) for row in found}


def _open_acts(page: PlanPage, viewer: Actor, at: datetime) -> list[str]:
    if page.plan.case_id is not None or not viewer.may(Permission.LEAD_SIP):
        return []
    return open_acts(page.facts, str(viewer.unit_id), str(page.plan.led_by_id), at)
