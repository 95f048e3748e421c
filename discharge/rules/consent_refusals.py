"""Räcker samtycket?, LUS 4 kap. 2 §: why a joint plan cannot be called to, written or made now (SIP02, SIP18)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from lus.swedish_time import local_date

from .consent_policy import POLICIES, ConsentPolicy, consent_policy
from .consent_standing import Standing, consent_standing, coordination_in_force
from .facts import CaseFacts
from .facts_of_consents import SIP_KINDS
from .refusal import Refusal

CONSULT: Final = "Prata med chefen och, vid behov, socialnämndens familjerätt."
NO: Final = frozenset({"refused", "withdrawn", "split"})
DOCUMENT_FIRST: Final = "Dokumentera samtycket först."


def summons_in_force(facts: CaseFacts, at: datetime | None) -> bool:
    """Whether the person has said yes to being called, and it still holds."""
    held = consent_standing(facts.consents, "sip_summons", at).state != "expired"
    return facts.sip_consent == "given" and held


def plan_in_force(facts: CaseFacts, at: datetime | None) -> bool:
    """Whether the person has said yes to the plan itself, and it still holds."""
    return consent_standing(facts.consents, "sip_create", at).in_force


def asks_consent(facts: CaseFacts, at: datetime | None, *, of_records: bool = False) -> bool:
    """Whether the yes to the plan (``of_records``: to shared records, under ÖPT and ÖRV) must be asked for now."""
    if of_records:
        return not consent_standing(facts.consents, "shared_record", at).in_force
    return not plan_in_force(facts, at) and not may_lock_without_consent(facts, at)


def refuse_without_summons(facts: CaseFacts, at: datetime | None) -> Refusal | None:
    """Return why nobody can be called (SIP02), or None. The scope of a harm test is enough for units to meet.

    Who has taken back the yes to the plan is called to no meeting about one.
    """
    if consent_standing(facts.consents, "sip_create", at).state in NO:
        return no_valid_consent(facts, "sip_create", at)
    if summons_in_force(facts, at) or coordination_in_force(facts.consents, at):
        return None
    return no_valid_consent(facts, "sip_summons", at)


def refuse_without_plan(facts: CaseFacts, at: datetime | None) -> Refusal | None:
    """Return why no plan can be made, or None: a no stands, guardians do not agree, or only a meeting may be held.

    Whether the person has said yes to the plan is asked in the act itself.
    """
    for kind in SIP_KINDS:
        if consent_standing(facts.consents, kind, at).state in NO:
            return no_valid_consent(facts, kind, at)
    if facts.sip_consent == "refused":
        return no_valid_consent(facts, "sip_summons", at)
    return _coordination_only(facts, at)


def refuse_writing(facts: CaseFacts, at: datetime | None) -> Refusal | None:
    """Return why nothing more may be written, or None: with a yes, or as notes within the scope of a harm test."""
    said_no = refuse_without_plan(facts, at)
    if said_no is not None and said_no.code != "coordination-only":
        return said_no
    if summons_in_force(facts, at) or plan_in_force(facts, at) or coordination_in_force(facts.consents, at):
        return None
    return no_valid_consent(facts, "sip_summons", at)


def refuse_unmade(facts: CaseFacts, at: datetime | None) -> Refusal | None:
    """Return why a plan that is locked cannot be put in force, or None: the yes to it must hold still."""
    if plan_in_force(facts, at) or may_lock_without_consent(facts, at):
        return None
    return no_valid_consent(facts, "sip_create", at)


def refuse_harm_test(facts: CaseFacts, at: datetime | None) -> Refusal | None:
    """Return why nobody may judge instead of the person, or None: a no is never judged away, and a yes is enough."""
    said = {consent_standing(facts.consents, kind, at).state for kind in SIP_KINDS}
    if facts.sip_consent == "refused" or said & NO:
        detail = "Svaret på SIP är nej. En menprövning ersätter inte ett nej"
        return Refusal("harm-test-not-needed", "Personen har sagt nej", detail, "Fråga igen senare.")
    if summons_in_force(facts, at) and plan_in_force(facts, at):
        detail = "Personen har samtyckt till kallelsen och till planen"
        return Refusal("harm-test-not-needed", "Samtycke finns", detail, "Kalla till mötet.")
    return None


def may_lock_without_consent(
    facts: CaseFacts, at: datetime | None, policies: tuple[ConsentPolicy, ...] = POLICIES
) -> bool:
    """Whether a plan may be made on the harm test alone: where the local routine says so."""
    if not coordination_in_force(facts.consents, at):
        return False
    day = local_date(at) if at else date.max
    policy = consent_policy(day, facts.region_code, facts.care_form, policies)
    return policy.incapacity == "sip_allowed"


def no_valid_consent(facts: CaseFacts, kind: str, at: datetime | None) -> Refusal:
    """Return the refusal of what needs the consent, with the day that it ran out."""
    stands = consent_standing(facts.consents, kind, at)
    if stands.state == "split":
        said = "Den ena vårdnadshavaren har sagt ja och den andra nej"
        return Refusal("consent-split", "Vårdnadshavarna är oense", said, CONSULT)
    return Refusal("consent-missing", "Samtycke saknas", _said(facts, kind, stands), DOCUMENT_FIRST)


def _said(facts: CaseFacts, kind: str, stands: Standing) -> str:
    what = "Samtycket till kallelse" if kind == "sip_summons" else "Samtycket till planen"
    if stands.state == "expired" and stands.until is not None:
        return f"{what} har gått ut ({stands.until.isoformat()})"
    if stands.state == "withdrawn":
        return f"{what} är återkallat"
    if stands.state == "refused" or facts.sip_consent == "refused":
        return f"{what} är nej"
    return f"{what} saknas"


def _coordination_only(facts: CaseFacts, at: datetime | None) -> Refusal | None:
    if plan_in_force(facts, at) or not coordination_in_force(facts.consents, at):
        return None
    if may_lock_without_consent(facts, at):
        return None
    return Refusal(
        "coordination-only",
        "Bara samordningsmöte",
        "Menprövningen räcker till ett samordningsmöte. En SIP kräver personens samtycke (LUS 4 kap. 2 §)",
        "Dokumentera samtycket om personen kan ta ställning.",
    )
