"""Öppenvårdens plikter, LUS 2 kap. 5 §, 4 kap. 3 §, 5 kap. 5 §: what regional outpatient care owes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from lus.swedish_time import end_of_local_day

from .consent_before import consented_before
from .duties import EXPECTED_HOME, NAMED_TOO_LATE
from .duties_of_sip import CALLED_OFF, NO_CONSENT_IN_TIME, NO_NOTICE_CLOCK
from .facts import OUTPATIENT_ROLES, PSYCHIATRIC_CARE, CaseFacts, ConcernedUnit, ReadySpell
from .facts_of_scope import CARE_PLAN_STATUSES
from .kept import kept_with_facts
from .owed import Obligation, duty_of, expected_when
from .sip_required import sip_required
from .sip_summons_due import sip_summons_due
from .swedish_words import short_day


@kept_with_facts
def summoning_unit(facts: CaseFacts) -> ConcernedUnit | None:
    """Return the outpatient unit that names the care contact, calls to SIP and answers for outpatient care.

    The named care contact's unit if it is still in the case; else psychiatry for psychiatric stays; else
    primary care; else any other outpatient unit.
    """
    units = [unit for unit in facts.active_units if unit.role in OUTPATIENT_ROLES]
    named = facts.care_contact.unit_id if facts.care_contact else ""
    first = "outpatient_psychiatry" if facts.care_form in PSYCHIATRIC_CARE else "primary_care"
    return min(
        units,
        key=lambda unit: (unit.unit_id != named, unit.role != first, unit.role != "primary_care"),
        default=None,
    )


def care_contact(facts: CaseFacts) -> Iterator[Obligation]:
    """Fast vårdkontakt, LUS 2 kap. 5 §: before discharge, whenever that is; the expected day is only told.

    No clock runs while the patient is admitted: an expected day that passes makes nobody late.
    """
    unit = summoning_unit(facts)
    if unit is None or unit.told_at is None:
        return
    named, left = facts.care_contact_named_at, facts.discharged_at
    if left is not None:
        due, why = left, NAMED_TOO_LATE if named is None or named >= left else ""
    else:
        day = expected_when(facts, named)
        due, why = None, EXPECTED_HOME.format(day=short_day(day)) if day else ""
    yield duty_of("name_care_contact", unit.unit_id, unit.told_at, due, met_at=named, explanation=why)


def sip(facts: CaseFacts) -> Iterator[Obligation]:
    """SIP, LUS 4 kap. 1–3 §§: judge the need, offer, ask for consent, summon."""
    # Of a plan that is ended only what was done is told.
    ended = facts.sip.state == "closed"
    return (duty for duty in _until_called(facts) if duty.met_at or not ended)


def _until_called(facts: CaseFacts) -> Iterator[Obligation]:
    unit = summoning_unit(facts)
    assessed = facts.sip_assessed_at
    if unit is None or unit.told_at is None or (assessed is None and sip_required(facts) is not None):
        return
    if facts.legal_status in CARE_PLAN_STATUSES:
        return
    yield duty_of("assess_sip_need", unit.unit_id, unit.told_at, met_at=assessed)
    if not facts.sip_needed or assessed is None:
        return
    yield from _offer(facts, assessed)
    yield duty_of(
        "record_sip_consent",
        facts.chain.ward_at(facts.sip_consent_at, facts.ward_id),
        assessed,
        met_at=facts.sip_consent_at,
    )
    if facts.sip_consent == "given":
        yield _summons(facts, unit.unit_id, assessed)


def _offer(facts: CaseFacts, assessed: datetime) -> Iterator[Obligation]:
    """Erbjud SIP före underrättelsen, intern rutin: whoever was asked for consent has been offered one."""
    asked = min(filter(None, (facts.sip.offered_at, facts.sip_consent_at)), default=None)
    if asked is None and facts.sip.state != "not_assessed":
        return
    notice = next((one.sent_at for one in _notices(facts) if one.sent_at >= assessed), None)
    if notice is not None and asked is not None and asked <= notice:
        notice = None  # no limit moves after the deed
    ward = facts.chain.ward_at(asked, facts.ward_id)
    yield duty_of("offer_sip", ward, assessed, notice, met_at=asked)


def _notices(facts: CaseFacts) -> Iterator[ReadySpell]:
    return (spell for spell in facts.spells if spell.end not in ("withdrawn", "annulled"))


def _summons(facts: CaseFacts, unit_id: str, assessed: datetime) -> Obligation:
    spell, sent = _spell_to_answer(facts), facts.summons_in_force
    if spell is None:
        return duty_of("send_sip_summons", unit_id, assessed, met_at=sent, explanation=NO_NOTICE_CLOCK)
    due = sip_summons_due(spell.sent_at, sent)
    if not consented_before(facts, end_of_local_day(due.raw_due)):
        since = facts.sip_consent_at or assessed
        return duty_of("send_sip_summons", unit_id, since, met_at=sent, explanation=NO_CONSENT_IN_TIME)
    return duty_of(
        "send_sip_summons",
        unit_id,
        spell.sent_at,
        due.extended_deadline,
        raw_due_at=end_of_local_day(due.raw_due),
        met_at=sent,
        explanation=CALLED_OFF if facts.sip.cancelled_at else "",
    )


def _spell_to_answer(facts: CaseFacts) -> ReadySpell | None:
    """The ready notice whose three days count: withdrawn ones do not, nor any that a summons came before."""
    sent = facts.summons_in_force
    for spell in reversed(facts.spells):
        if spell.end in ("withdrawn", "annulled") and not (
            sent and spell.ended_at and sent <= spell.ended_at
        ):
            continue
        if sent is None or spell.sent_at <= sent:
            return spell
    return None


def outpatient_readiness(facts: CaseFacts) -> Iterator[Obligation]:
    """Öppenvårdens insatser, LUS 5 kap. 5 §: said while a ready notice is in force; no number in the act."""
    unit, spell = summoning_unit(facts), facts.open_spell
    if unit is not None and spell is not None and facts.need_outpatient:
        met = facts.outpatient_clear_at
        yield duty_of("state_outpatient_readiness", unit.unit_id, spell.sent_at, met_at=met)
