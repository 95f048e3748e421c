"""Samtycke till att dela uppgifter: what lets the units of the case write about the patient (docs/adr/0018)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .case_act import begin
from .consent_answer import Answered, consent_given, consent_refused

GIVEN_BY = {"self": "Personen själv", "guardian": "Vårdnadshavare", "representative": "Företrädare"}
STATES = {"given": "Ja", "refused": "Nej"}
FORMS = {"oral": "Muntligt", "written": "Skriftligt"}


@transaction.atomic
def record_information_consent(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    state: str,
    given_by: str = "self",
    form: str = "oral",
    seen_version: int | None = None,
) -> CaseFacts:
    """Record the answer. ``state``, ``given_by`` and ``form``: keys of ``STATES``, ``GIVEN_BY`` and ``FORMS``.

    It holds for every unit of the case. A yes that is taken back: ``withdraw_consent``.
    """
    act = begin(
        "record_information_consent",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.WRITE_MESSAGES,
        seen_version=seen_version,
    )
    for field, value, choices in (
        ("state", state, STATES),
        ("given_by", given_by, GIVEN_BY),
        ("form", form, FORMS),
    ):
        if value not in choices:
            raise InvalidInput("Svaret om samtycke är inte komplett.", "Välj ett av svaren.", field=field)
    said = Answered(given_by, form)
    if state == "refused":
        return act.record(consent_refused("information", said))
    return act.record(consent_given("information", said, at=at, facts=act.facts))
