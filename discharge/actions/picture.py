"""The one writer of today's picture: what changed in the facts is written to the tables, nothing else."""

from datetime import date
from typing import Any
from uuid import UUID

from discharge.models import Case, CaseUnit, Delivery
from discharge.queries.agreements import PaymentStart
from discharge.rules.facts import CaseFacts, ConcernedUnit
from discharge.rules.facts import Delivery as DeliveryFact
from discharge.rules.handover_parts import missing_parts
from discharge.rules.planning_basis import counts_of
from lus.events.models import Event
from lus.insert import insert
from lus.update import update

from .home_ready_picture import home_ready_columns
from .settlement_picture import settlement_columns


def case_columns(facts: CaseFacts, start: PaymentStart | None) -> dict[str, Any]:
    """Return every column of ``Case`` that follows from the facts (all but person, reference, care form)."""
    return {
        **_known_columns(facts),
        "day_zero": start.day_zero if start else None,
        "first_liable_day": start.first_liable_day if start else None,
        "agreement_key": start.agreement_key if start else "",
        **home_ready_columns(facts),
    }


def _known_columns(facts: CaseFacts) -> dict[str, Any]:
    spell = facts.open_spell
    moved = [day for _, day in facts.expected_history]
    return {
        "version": facts.version,
        "ward_id": UUID(facts.ward_id),
        "legal_status": facts.legal_status,
        "care_chain": UUID(facts.chain.chain_id) if facts.chain.chain_id else None,
        "outside_act": facts.scope.is_outside,
        "stay": facts.stay,
        "readiness": facts.readiness,
        "admitted_at": facts.admitted_at,
        "need_assessed_at": facts.need_assessed_at,
        "admission_notice_at": facts.admission_notice_at,
        "expected_discharge": facts.expected_discharge,
        "expected_before": _before(moved),
        "expected_moves": max(0, len(moved) - 1),
        "ready_sent_at": spell.sent_at if spell else None,
        "ready_assessed_at": spell.assessed_at if spell else None,
        "track": facts.planning.track.key if facts.planning.track else "",
        "care_contact_name": facts.care_contact.name if facts.care_contact else "",
        "sip_needed": facts.sip_needed,
        "sip_consent": facts.sip_consent,
        "summons_at": facts.summons_at,
        "sip_state": facts.sip.state,
        "sip_meeting_at": facts.sip.meeting_at,
        "outpatient_clear_at": facts.outpatient_clear_at,
        "handover_sent_at": facts.handover_sent_at,
        "handover_missing": len(missing_parts(facts)),
        "discharged_at": facts.discharged_at,
        "destination": facts.destination,
        "deceased_at": facts.deceased_at,
        "closed_at": facts.closed_at,
        "last_event_at": facts.last_event_at,
        **settlement_columns(facts),
    }


def unit_columns(unit: ConcernedUnit, facts: CaseFacts) -> dict[str, Any]:
    """Return the columns of one party's row. A wrong recipient loses its access at once."""
    return {
        "role": unit.role,
        "state": unit.state,
        "told_at": unit.told_at,
        "acknowledged_at": unit.acknowledged_at,
        "ready_at": unit.ready_at,
        **claim_columns(unit.unit_id, facts),
        **_fields_left(unit.unit_id, facts),
        "lost_access_at": unit.changed_at if unit.state == "wrong_recipient" else None,
        "is_open": facts.closed_at is None,
    }


def claim_columns(unit_id: str, facts: CaseFacts) -> dict[str, Any]:
    """Return who of the unit has taken the case on."""
    claim = facts.claim_of(unit_id)
    return {
        "claimed_by": UUID(claim.user_id) if claim and claim.user_id else None,
        "claimed_name": claim.name if claim else "",
    }


def ward_columns(facts: CaseFacts) -> dict[str, Any]:
    """Return the columns of the ward's own row."""
    return {
        "role": "ward",
        "state": "owner",
        "told_at": None,
        "acknowledged_at": None,
        "ready_at": None,
        **claim_columns(facts.ward_id, facts),
        **_fields_left(facts.ward_id, facts),
        "lost_access_at": None,
        "is_open": facts.closed_at is None,
    }


def _fields_left(unit_id: str, facts: CaseFacts) -> dict[str, int]:
    blank, unknown = counts_of(facts, unit_id)
    return {"blank_fields": blank, "unknown_fields": unknown}


def ward_rows(facts: CaseFacts) -> dict[str, dict[str, Any]]:
    """Return ``{ward id: columns}``: the owner, and wards that the patient has left. These read what they had."""
    owner = ward_columns(facts)
    left = owner | {"state": "removed", "is_open": False, "blank_fields": 0, "unknown_fields": 0}
    return dict.fromkeys(facts.chain.former_wards(), left) | {facts.ward_id: owner}


def save_picture(case_id: UUID, before: CaseFacts, after: CaseFacts, start: PaymentStart | None) -> None:
    """Write what differs between ``before`` and ``after``.

    What the agreement says is not in the facts, and the home-ready list costs more to compare than to write: both
    are written each time.
    """
    was, now = _known_columns(before), case_columns(after, start)
    changed = {name: value for name, value in now.items() if name not in was or was[name] != value}
    if before.care_form != after.care_form:
        changed["care_form"] = after.care_form
    update(Case, {"id": case_id}, changed)
    if before.ward_id != after.ward_id:
        _save_wards(case_id, before, after)
    _save_units(case_id, before, after)
    _save_deliveries(case_id, before, after)


def note_clock(event: Event) -> None:
    """Reaction to what the sweep records: the case has one more event, and its version says so."""
    update(Case, {"id": event.case_id}, {"version": event.seq, "last_event_at": event.recorded_at})


def _before(days: list[date]) -> date | None:
    return days[-2] if len(days) > 1 else None


def _save_wards(case_id: UUID, before: CaseFacts, after: CaseFacts) -> None:
    known = ward_rows(before)
    for ward, columns in ward_rows(after).items():
        if ward in known:
            update(CaseUnit, {"case_id": case_id, "unit_id": UUID(ward)}, columns)
        else:
            insert([CaseUnit(case_id=case_id, unit_id=UUID(ward), **columns)])


def _save_units(case_id: UUID, before: CaseFacts, after: CaseFacts) -> None:
    known = {unit.unit_id: unit for unit in before.units}
    fresh = [unit for unit in after.units if unit.unit_id not in known]
    insert(
        [CaseUnit(case_id=case_id, unit_id=UUID(unit.unit_id), **unit_columns(unit, after)) for unit in fresh]
    )
    for unit in after.units:
        if unit.unit_id in known:
            was, now = unit_columns(known[unit.unit_id], before), unit_columns(unit, after)
            _save_party(case_id, unit.unit_id, was, now)
    _save_party(case_id, after.ward_id, ward_columns(before), ward_columns(after))
    if (before.closed_at is None) != (after.closed_at is None):
        left = [UUID(ward) for ward in after.chain.former_wards()]
        rows = CaseUnit.objects.filter(case_id=case_id).exclude(unit_id__in=left)
        rows.update(is_open=after.closed_at is None)


def _save_party(case_id: UUID, unit_id: str, was: dict[str, Any], now: dict[str, Any]) -> None:
    # Whether the case is open is written for all parties at once.
    changed = {name: value for name, value in now.items() if was[name] != value and name != "is_open"}
    update(CaseUnit, {"case_id": case_id, "unit_id": UUID(unit_id)}, changed)


def _save_deliveries(case_id: UUID, before: CaseFacts, after: CaseFacts) -> None:
    known = {(item.event_id, item.unit_id): item for item in before.deliveries}
    wanted = {(item.event_id, item.unit_id): item for item in after.deliveries}
    insert([_delivery(case_id, item) for key, item in wanted.items() if key not in known])
    for key, item in wanted.items():
        if key in known and item != known[key]:
            where = {"event_id": UUID(item.event_id), "unit_id": UUID(item.unit_id)}
            read = {"acknowledged_at": item.acknowledged_at, "acknowledged_by": item.acknowledged_by}
            update(Delivery, where, read)
    for event_id, unit_id in known.keys() - wanted.keys():
        Delivery.objects.filter(event_id=event_id, unit_id=unit_id).delete()


def delivery_columns(item: DeliveryFact) -> dict[str, Any]:
    """Return the columns of one delivered message."""
    return {
        "kind": item.kind,
        "delivered_at": item.delivered_at,
        "acknowledged_at": item.acknowledged_at,
        "acknowledged_by": item.acknowledged_by,
    }


def _delivery(case_id: UUID, item: DeliveryFact) -> Delivery:
    return Delivery(
        case_id=case_id, unit_id=UUID(item.unit_id), event_id=UUID(item.event_id), **delivery_columns(item)
    )
