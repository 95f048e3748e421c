"""*Enkät efter mötet*: the way from a plan to the unit's sheets. The address tells a kind, and never which plan."""

from datetime import datetime
from typing import Any, Final

from django.urls import reverse

from discharge.queries.shown_person import is_child
from discharge.rules.facts_of_sip import PLANNED
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.swedish_time import local_date
from sip.queries.plan_page import PlanPage

# A meeting has been held, or the plan is ended: now those who were there can be asked.
AFTERWARDS: Final = PLANNED | {"held", "closed"}


def survey_links(page: PlanPage, viewer: Actor, at: datetime) -> list[dict[str, Any]]:
    """Return the link ``{label, url, whole_page}`` to sheets for the person, adult or child, or nothing.

    Nothing before a meeting, and nothing about somebody who has died. Sheets for relatives are chosen on that page.
    """
    facts = page.facts
    if facts.sip.state not in AFTERWARDS or facts.deceased_at or not viewer.may(Permission.SEE_CASES):
        return []
    kind = "sip_child" if is_child(page.plan.person.birth_date, local_date(at)) else "sip_person"
    return [{"label": "Enkät efter mötet", "url": f"{reverse('surveys')}?kind={kind}", "whole_page": True}]
