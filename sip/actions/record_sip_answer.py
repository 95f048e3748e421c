"""Personens svar på SIP: LUS 4 kap. 2 §. A no stops the summons; a yes may come later."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.consent_answer import Answered, consent_given
from discharge.actions.free_text import tidy_text
from discharge.rules.facts import CaseFacts
from discharge.rules.sip_choices import GIVEN_BY, OFFERED_HOW
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .cancel_sip_meeting import called_off
from .plan_act import begin_sip
from .record_sip_consent import who_answered

SAID_NO = "Personen har tackat nej"


@transaction.atomic
def record_sip_answer(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    accepted: bool,
    how: str,
    given_by: str = "self",
    reason: str = "",
    consents_to_summons: bool = False,
    seen_version: int | None = None,
) -> CaseFacts:
    """Record yes or no: ``given_by`` of ``GIVEN_BY``, ``how`` of ``OFFERED_HOW``, the person's own words.

    ``consents_to_summons``: asked in the same breath. A no after the summons calls
    the meeting off.
    """
    act = begin_sip(
        "record_sip_answer",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SEE_CASES,
        seen_version=seen_version,
    )
    if how not in OFFERED_HOW:
        raise InvalidInput("Hur svaret lämnades fattas.", "Välj muntligt eller skriftligt.", field="how")
    if given_by not in GIVEN_BY:
        raise InvalidInput("Vem som svarade fattas.", "Välj vem som svarade.", field="given_by")
    answer = {"given_by": given_by, "how": how}
    if not accepted:
        said = New("sip_declined_by_person", {**answer, "reason": tidy_text(reason, "reason")})
        return act.record(said, *called_off(act.facts, actor, SAID_NO))
    return act.record(
        New("sip_accepted_by_person", answer),
        *(_consent(act.facts, given_by, how, at) if consents_to_summons else ()),
    )


def _consent(facts: CaseFacts, given_by: str, how: str, at: datetime) -> list[New]:
    form = "written" if how == "written" else "oral"
    given_by = who_answered(facts, given_by, at)
    return [consent_given("sip_summons", Answered(given_by, form), at=at, facts=facts)]
