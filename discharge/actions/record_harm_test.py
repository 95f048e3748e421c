"""Menprövning (OSL 25 kap. 1 §, 26 kap. 1 §): a physician judges whether information may be shared without harm."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .case_act import begin
from .free_text import tidy_text

OUTCOMES = {
    "no_harm": "Får lämnas ut utan men",
    "harm": "Får inte lämnas ut",
    "provision": "Bestämmelse i lag ger stöd",
}

# What is asked when it is about a joint plan: ``record_sip_harm_test``.
NOT_ABOUT_A_PLAN = {"reasons": "", "views": "", "scope": "", "review_on": ""}


@transaction.atomic
def record_harm_test(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    outcome: str,
    physician: str,
    provision: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """Record what was judged. ``outcome``: a key of ``OUTCOMES``; ``provision``: the paragraph, when it is one."""
    act = begin(
        "record_harm_test",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SEND_WARD_NOTICES,
        seen_version=seen_version,
    )
    if outcome not in OUTCOMES:
        raise InvalidInput("Prövningens resultat fattas.", "Välj ett av svaren.", field="outcome")
    named, paragraph = physician.strip(), tidy_text(provision, "provision", limit=120)
    if not named or len(named) > 120:
        raise InvalidInput(
            "Den som har prövat behöver anges.", "Skriv namnet.", code="physician-missing", field="physician"
        )
    if outcome == "provision" and not paragraph:
        raise InvalidInput("Bestämmelsen behöver anges.", "Skriv lag och paragraf.", field="provision")
    data = {"outcome": outcome, "physician": named, "provision": paragraph if outcome == "provision" else ""}
    return act.record(New("harm_test_recorded", {**data, **NOT_ABOUT_A_PLAN}))
