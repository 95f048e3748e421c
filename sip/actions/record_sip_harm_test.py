"""Menprövning om möte: a physician judges whether units may meet about who cannot take a stand (OSL 25:1, 26:1)."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.consent_answer import policy_of
from discharge.actions.free_text import tidy_text
from discharge.actions.physician import physician_name
from discharge.actions.record_harm_test import OUTCOMES
from discharge.rules.consent_policy import months_later
from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_consents import HARM_TEST_SCOPES
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput
from lus.swedish_time import local_date

from .plan_act import begin_sip

LIMIT = 600


@transaction.atomic
def record_sip_harm_test(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    outcome: str,
    physician: str,
    reasons: str,
    review_on: date,
    scope: str = "meeting",
    views: str = "",
    provision: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """Record what the ``physician`` judged. ``outcome``, ``scope``: keys of ``OUTCOMES``, ``HARM_TEST_SCOPES``.

    ``views``: what relatives or a representative think; ``review_on``: the last day that it holds. A test that
    nobody has begun is begun now.
    """
    act = begin_sip(
        "record_sip_harm_test",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SEE_CASES,
        seen_version=seen_version,
    )
    for field, value, choices in (("outcome", outcome, OUTCOMES), ("scope", scope, HARM_TEST_SCOPES)):
        _one_of(field, value, choices)
    paragraph = tidy_text(provision, "provision", limit=120)
    if outcome == "provision" and not paragraph:
        raise InvalidInput("Bestämmelsen behöver anges.", "Skriv lag och paragraf.", field="provision")
    data = {
        "outcome": outcome,
        "physician": physician_name(physician),
        "provision": paragraph if outcome == "provision" else "",
        "reasons": tidy_text(reasons, "reasons", required=True, limit=LIMIT),
        "views": tidy_text(views, "views", limit=LIMIT),
        "scope": scope,
        "review_on": _review_day(act.facts, review_on, at).isoformat(),
    }
    begun = act.facts.consents.harm_test is not None
    first = [] if begun else [New("harm_test_started", {"reason": data["reasons"][:300]})]
    return act.record(*first, New("harm_test_recorded", data))


def proposed_review(facts: CaseFacts, at: datetime) -> date:
    """Return the day that is proposed, by local routine."""
    return months_later(local_date(at), policy_of(facts, at).review_months)


def _review_day(facts: CaseFacts, day: date, at: datetime) -> date:
    longest = policy_of(facts, at).longest_months
    if not local_date(at) <= day <= months_later(local_date(at), longest):
        raise InvalidInput(
            "Prövningen kan inte gälla till den dagen.",
            f"Välj en dag från i dag och högst {longest} månader framåt.",
            field="review_on",
        )
    return day


def _one_of(field: str, value: str, choices: Mapping[str, str]) -> None:
    if value not in choices:
        raise InvalidInput("Prövningens resultat fattas.", "Välj ett av svaren.", field=field)
