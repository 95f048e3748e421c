"""*Enkät efter mötet*: the way from a plan to the unit's sheets. The address tells a kind, and never which plan."""

from datetime import datetime
from typing import Any

from django.urls import reverse

from discharge.queries.shown_person import is_child
from discharge.rules.facts import CaseFacts
from discharge.rules.last_event import last_event
from discharge.rules.sip_closing import DECEASED, asks_survey
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.swedish_time import local_date
from sip.queries.plan_page import PlanPage


def survey_links(page: PlanPage, viewer: Actor, at: datetime) -> list[dict[str, Any]]:
    """Return the link ``{label, url, whole_page}`` to sheets for the person, adult or child, or nothing.

    Nothing before there is a meeting or a plan to ask about, and nothing about somebody who has died. Sheets for
    relatives are chosen on that page.
    """
    if not asks_survey(page.facts) or _has_died(page.facts) or not viewer.may(Permission.SEE_CASES):
        return []
    kind = "sip_child" if is_child(page.plan.person.birth_date, local_date(at)) else "sip_person"
    return [{"label": "Enkät efter mötet", "url": f"{reverse('surveys')}?kind={kind}", "whole_page": True}]


def _has_died(facts: CaseFacts) -> bool:
    ended = last_event(facts, ("sip_closed", "sip_reopened"))
    by_death = ended is not None and ended.name == "sip_closed" and ended.data["reason"] == DECEASED
    return facts.deceased_at is not None or by_death
