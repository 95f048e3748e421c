"""Samtycke: LUS 4 kap. 2 §. One answer about one or more of the four kinds; "not asked" is neither yes nor no."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.case_act import refuse
from discharge.actions.consent_answer import Answered, Validity, consent_given, consent_refused
from discharge.queries.shown_person import is_child
from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_consents import CONSENT_FORMS, CONSENT_GIVEN_BY, CONSENT_KINDS, SIP_KINDS
from discharge.rules.facts_of_scope import CARE_PLAN_STATUSES
from discharge.rules.sip_choices import GIVEN_BY
from discharge.rules.sip_not_open import care_plan_instead
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.persons.models import Person
from lus.refusals import InvalidInput
from lus.swedish_time import local_date

from .cancel_sip_meeting import called_off
from .plan_act import begin_sip

STATES = {"given": "Ja", "refused": "Nej"}
# A summons alone: what was asked before the other kinds were.
SUMMONS_ONLY = ("sip_summons",)
SAID_NO = "Personen samtycker inte till mötet"


@transaction.atomic
def record_sip_consent(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    state: str,
    kinds: Sequence[str] = SUMMONS_ONLY,
    given_by: str = "",
    form: str = "oral",
    validity: Validity | None = None,
    seen_version: int | None = None,
) -> CaseFacts:
    """Record the answer. ``state``, ``kinds``, ``form``: keys of ``STATES``, ``CONSENT_KINDS``, ``CONSENT_FORMS``.

    ``given_by``: who answered, "" for the person, or a child's first guardian; ``validity``: see ``consent_given``.
    A no to the summons calls a meeting that lies ahead off.
    """
    act = begin_sip(
        "record_sip_consent",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SEE_CASES,
        seen_version=seen_version,
    )
    said = Answered(who_answered(act.facts, given_by, at), form)
    chosen = checked(act.facts, state, kinds, form)
    if state == "refused":
        no = [consent_refused(kind, said) for kind in chosen]
        off = called_off(act.facts, actor, SAID_NO) if "sip_summons" in chosen else []
        return act.record(*no, *off)
    yes = [consent_given(kind, said, at=at, facts=act.facts, validity=validity) for kind in chosen]
    return act.record(*yes)


def checked(facts: CaseFacts, state: str, kinds: Sequence[str], form: str) -> list[str]:
    """Return the kinds, in the order of the list. Raises InvalidInput, or SIP10 under ÖPT and ÖRV."""
    for field, wrong in (
        ("state", state not in STATES),
        ("kinds", not kinds or set(kinds) - CONSENT_KINDS.keys()),
        ("form", form not in CONSENT_FORMS),
    ):
        if wrong:
            raise InvalidInput("Svaret om samtycke är inte komplett.", "Välj ett av svaren.", field=field)
    if facts.legal_status in CARE_PLAN_STATUSES and set(kinds) & set(SIP_KINDS):
        refuse(care_plan_instead(facts), field="kinds")
    return [kind for kind in CONSENT_KINDS if kind in kinds]


def who_answered(facts: CaseFacts, given_by: str, at: datetime) -> str:
    """Return who answered. Raises InvalidInput when a child has answered instead of a guardian (SIP18)."""
    born = Person.objects.filter(pk=facts.person_id).values_list("birth_date", flat=True).first()
    return checked_giver(given_by, is_child(born, local_date(at)))


def checked_giver(given_by: str, child: bool) -> str:
    """Return who answered. Raises as ``who_answered``."""
    given_by = given_by or ("guardian1" if child else "self")
    if given_by not in GIVEN_BY.keys() | CONSENT_GIVEN_BY.keys():
        raise InvalidInput("Vem som svarade fattas.", "Välj vem som svarade.", field="given_by")
    if child and given_by == "self":
        raise InvalidInput(
            "Samtycke från vårdnadshavare 1 saknas: ett barns vårdnadshavare samtycker.",
            "Välj vilken vårdnadshavare som har svarat.",
            code="guardian-consent-missing",
            field="given_by",
        )
    return given_by
