"""A case's payment ledger: its facts and its agreement through the rules."""

from dataclasses import replace
from datetime import date, datetime

from discharge.rules.agreements import NoAgreement, payment_terms
from discharge.rules.amounts import source_of
from discharge.rules.case_payer import case_payer
from discharge.rules.day_codes import MEANING
from discharge.rules.facts import CaseFacts
from discharge.rules.fold import fold
from discharge.rules.ledger import Ledger, build_ledger
from discharge.rules.ledger_facts import LedgerFacts
from discharge.rules.ledger_periods import EventKind, LedgerEvent
from discharge.rules.payment_liability import NotCalculable
from discharge.rules.sip_required import sip_required
from lus.swedish_time import local_date

from .agreement_shelf import AgreementShelf

ENDS: dict[str, EventKind] = {
    "withdrawn": "withdrawn",
    "annulled": "annulled",
    "discharged": "discharged",
    "died": "died",
    "transferred": "transferred",
}


def ledger_of(
    facts: CaseFacts, *, at: datetime, protected: bool = False, shelf: AgreementShelf | None = None
) -> Ledger | None:
    """Return the day-by-day ledger as it stands at ``at``. ``protected``: the person has a protected identity.

    ``shelf``: agreements and amounts that have been read already, for who asks about many cases.
    None when no ready notice was ever sent, when the act does not cover the patient, or when the agreement's
    terms are not known (nothing is guessed).
    """
    shelf = shelf or AgreementShelf()
    held = _held_days(facts, at, shelf) if _waits(facts) else frozenset()
    return _ledger(facts, at, protected, held, shelf)


def _waits(facts: CaseFacts) -> bool:
    """Whether a notice from paper has not been confirmed by a person."""
    return any(one.answer in ("", "silence") for one in facts.corrections.paper)


def _held_days(facts: CaseFacts, at: datetime, shelf: AgreementShelf) -> frozenset[date]:
    """Return the days that count only if a notice went on paper as somebody says it did."""
    events = facts.events
    sure = _counted(fold(facts.case_id, events, paper=False), at, shelf)
    perhaps = _counted(fold(facts.case_id, events, paper=True), at, shelf)
    return (perhaps | _counted(facts, at, shelf)) - sure


def _counted(facts: CaseFacts, at: datetime, shelf: AgreementShelf) -> frozenset[date]:
    ledger = _ledger(facts, at, False, frozenset(), shelf)
    lines = ledger.lines if ledger else ()
    return frozenset(line.date for line in lines if MEANING[line.code].weight in {"payable", "shadow"})


def _ledger(
    facts: CaseFacts, at: datetime, protected: bool, held: frozenset[date], shelf: AgreementShelf
) -> Ledger | None:
    if not facts.spells or facts.admitted_at is None or facts.scope.is_outside:
        return None
    record_on = shelf.record_on(facts)
    try:
        return build_ledger(
            replace(ledger_facts(facts, at=at, protected=protected), held_days=held),
            lambda day: payment_terms(record_on(day)),
            lambda day_zero: shelf.amounts(source_of(record_on(day_zero))),
        )
    except (NoAgreement, NotCalculable):
        return None


def ledger_facts(facts: CaseFacts, *, at: datetime, protected: bool = False) -> LedgerFacts:
    """Return the case as the ledger sees it on the local date of ``at``. Amounts come from the agreement."""
    assert facts.admitted_at is not None
    payer = case_payer(facts, local_date(at), protected=protected)
    return LedgerFacts(
        admitted_at=facts.admitted_at,
        events=_ledger_events(facts),
        as_of=local_date(at),
        need_assessed_at=facts.need_assessed_at,
        admission_notice_at=facts.admission_notice_at,
        sip_required=sip_required(facts),
        sip_consent=facts.sip_consent,
        summons_at=facts.summons_at,
        summons_cancelled=facts.sip.cancelled_at is not None,
        outpatient_needed=facts.need_outpatient,
        outpatient_clear_at=facts.outpatient_clear_at,
        outpatient_intervals=facts.outpatient_intervals,
        legal_status=facts.legal_status,
        payer_known=payer.municipality_code is not None,
        input_version=str(facts.version),
    )


def _ledger_events(facts: CaseFacts) -> tuple[LedgerEvent, ...]:
    events: list[LedgerEvent] = []
    for spell in facts.spells:
        events.append(LedgerEvent("ready", spell.sent_at, spell.event_id))
        if spell.ended_at is not None and spell.end is not None:
            events.append(LedgerEvent(ENDS[spell.end], spell.ended_at))
    events += _closing(facts)
    for start, end in facts.leave:
        events.append(LedgerEvent("leave_start", start))
        if end is not None:
            events.append(LedgerEvent("leave_end", end))
    return tuple(sorted(events, key=lambda event: event.at))


def _closing(facts: CaseFacts) -> list[LedgerEvent]:
    """The stay's end closes the ledger also when the last notice had been withdrawn before.

    Who was discharged and died later had left already: the discharge closes.
    """
    last = facts.spells[-1]
    if last.end in ("discharged", "died", "transferred"):
        return []
    if facts.discharged_at:
        return [LedgerEvent("discharged", facts.discharged_at)]
    if facts.chain.transferred_at:
        return [LedgerEvent("transferred", facts.chain.transferred_at)]
    return [LedgerEvent("died", facts.deceased_at)] if facts.deceased_at else []
