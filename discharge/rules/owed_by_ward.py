"""Avdelningens plikter, LUS 2 kap. 1 och 3 §§: what the ward owes."""

from __future__ import annotations

from collections.abc import Iterator

from .admission_notice_due import LIMIT, admission_notice_due
from .duties import NEED_CLOCK
from .facts import MUNICIPAL_ROLES, OUTPATIENT_ROLES, CaseFacts
from .owed import Obligation, duty_of, in_hospital, name_of, needs_municipality

GONE = frozenset({"declined", "removed"})


def admission_notice(facts: CaseFacts) -> Iterator[Obligation]:
    """Inskrivningsmeddelande, LUS 2 kap. 3 §: 24 hours, unless need is judged absent; dropped if unsent at discharge.

    Not judged yet is not the same as no need, so the clock runs from the admission.
    """
    judged = (facts.need_municipal_health, facts.need_social_services, facts.need_outpatient)
    need = any(judged) or None in judged
    sent = facts.admission_notice_at
    if facts.admitted_at is None or not (sent or (need and in_hospital(facts))):
        return
    due = admission_notice_due(facts.admitted_at, facts.need_assessed_at, sent)
    why = NEED_CLOCK if due.clock == "need" else ""
    start = due.deadline - LIMIT
    ward = facts.chain.ward_at(sent, facts.ward_id)
    yield duty_of("send_admission_notice", ward, start, due.deadline, met_at=sent, explanation=why)


def new_recipient(facts: CaseFacts) -> Iterator[Obligation]:
    """Rätt mottagare, LUS 2 kap. 3 §: one duty per wrong unit, with the clock of the first notice."""
    if facts.admitted_at is None:
        return
    due = admission_notice_due(facts.admitted_at, facts.need_assessed_at, None).deadline
    for unit in facts.units:
        if unit.under or (unit.replaced_at and unit.replaced_at == unit.changed_at):
            continue  # its own organisation has put it right; the ward had nothing to choose
        if unit.state == "wrong_recipient" and (unit.replaced_at or in_hospital(facts)):
            yield duty_of(
                "choose_new_recipient",
                facts.chain.ward_at(unit.replaced_at, facts.ward_id),
                due - LIMIT,
                due,
                met_at=unit.replaced_at,
                key=unit.unit_id,
                unit=name_of(facts, unit.unit_id),
            )


def no_municipality(facts: CaseFacts) -> Iterator[Obligation]:
    """Ingen kommun i ärendet, LUS 2 kap. 1 §: every municipal unit has declined, but the need stands."""
    municipal = [unit for unit in facts.units if unit.role in MUNICIPAL_ROLES and unit.state != "removed"]
    declined = [unit.changed_at for unit in municipal if unit.state == "declined" and unit.changed_at]
    waiting = [unit for unit in municipal if unit.state != "declined" and not unit.replaced_by]
    if declined and not waiting and needs_municipality(facts) and in_hospital(facts):
        yield duty_of("no_municipality_in_case", facts.ward_id, max(declined))


def no_outpatient(facts: CaseFacts) -> Iterator[Obligation]:
    """Ingen öppenvård i ärendet, LUS 2 kap. 1 §: municipal health care is expected, and outpatient care has left."""
    if not facts.need_municipal_health or not in_hospital(facts):
        return
    outpatient = [unit for unit in facts.units if unit.role in OUTPATIENT_ROLES]
    if facts.admission_notice_at is None or any(
        unit.is_active or unit.state == "wrong_recipient" for unit in outpatient
    ):
        return
    left = [unit.changed_at for unit in outpatient if unit.state in GONE and unit.changed_at]
    yield duty_of("no_outpatient_in_case", facts.ward_id, max(left, default=facts.admission_notice_at))
