"""Ärendet i ett svar: the axes, the units and what is known; the same facts as the case page shows."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from rest_framework import serializers

from discharge.queries.case_page import CasePage
from discharge.queries.ward_only import reads_more
from discharge.rules.facts import CareContact, CaseFacts, ConcernedUnit
from discharge.rules.facts_of_notices import FixedCareWorker
from lus.api.fields import InstantField
from lus.api.person_body import PersonBody, person_body
from lus.organisations.actor import Actor

from .act_views import Axes
from .block_bodies import BlocksOut, blocks_out
from .chain_body import ChainedCaseOut, LeaveOut, ScopeOut, StayOut, chain_of, leave_of, scope_of, stays_of
from .follow_up_body import FollowUpCallOut, follow_up_call_out
from .handover_body import HandoverOut, handover_out
from .home_ready_bodies import HomeReadyOut, WaitingOut, home_ready_values, waiting_values
from .message_bodies import MessageOut, SharingOut, messages_of
from .patient_summary_body import PatientSummaryOut, patient_summary_out
from .planning_body import PlanningOut, planning_body
from .sip_body import SipBody, sip_out


class UnitRef(serializers.Serializer[object]):
    id = serializers.UUIDField()
    hsa_id = serializers.CharField()
    name = serializers.CharField()


class ExpectedDischarge(serializers.Serializer[object]):
    date = serializers.DateField()
    previous = serializers.ListField(child=serializers.DateField())


class ReadySpellBody(serializers.Serializer[object]):
    message_id = serializers.UUIDField()
    sent_at = InstantField()
    assessed_at = InstantField()
    assessed_by = serializers.CharField()
    ended_at = InstantField(allow_null=True)
    end = serializers.CharField(allow_null=True)


class ReadyBody(ReadySpellBody):
    day_zero = serializers.DateField(allow_null=True)
    first_liable_day = serializers.DateField(allow_null=True)


class CareContactOut(serializers.Serializer[object]):
    unit = UnitRef(allow_null=True)
    name = serializers.CharField()
    title = serializers.CharField()
    phone = serializers.CharField()
    phone_function = serializers.CharField()
    named_at = InstantField()


class FixedCareWorkerOut(serializers.Serializer[object]):
    unit = UnitRef(allow_null=True)
    name = serializers.CharField()
    phone = serializers.CharField()
    phone_function = serializers.CharField()
    from_day = serializers.DateField()
    named_at = InstantField()


class ConcernedUnitOut(serializers.Serializer[object]):
    unit = UnitRef(allow_null=True)
    role = serializers.CharField()
    state = serializers.CharField()
    told_at = InstantField(allow_null=True)
    acknowledged_at = InstantField(allow_null=True)
    ready_at = InstantField(allow_null=True)
    ready_what = serializers.CharField()
    first_contact_at = InstantField(allow_null=True)
    suggested_unit = UnitRef(allow_null=True)
    under = serializers.UUIDField(allow_null=True)
    claimed_by = serializers.CharField(allow_blank=True)


class DeliveryOut(serializers.Serializer[object]):
    message_id = serializers.UUIDField()
    kind = serializers.CharField()
    unit_id = serializers.UUIDField()
    delivered_at = InstantField()
    acknowledged_at = InstantField(allow_null=True)
    acknowledged_by = serializers.CharField()
    acknowledged_role = serializers.CharField()


class NeedsOut(serializers.Serializer[object]):
    municipal_health = serializers.BooleanField(allow_null=True)
    social_services = serializers.BooleanField(allow_null=True)
    outpatient = serializers.BooleanField(allow_null=True)
    assessed_at = InstantField(allow_null=True)


class CaseBody(serializers.Serializer[object]):
    """One case. ``null`` = not known; an absent field is named in ``person._hidden``."""

    id = serializers.UUIDField()
    reference = serializers.CharField()
    version = serializers.IntegerField()
    person = PersonBody()
    ward = UnitRef()
    care_form = serializers.CharField()
    legal_status = serializers.CharField()
    axes = Axes()
    scope = ScopeOut()
    stays = StayOut(many=True)
    leave = LeaveOut(many=True)
    care_chain = ChainedCaseOut(many=True)
    admitted_at = InstantField()
    needs = NeedsOut(required=False)
    admission_notice_at = InstantField(allow_null=True)
    expected_discharge = ExpectedDischarge(allow_null=True)
    ready = ReadyBody(allow_null=True)
    earlier_ready = ReadySpellBody(many=True)
    care_contact = CareContactOut(allow_null=True)
    fixed_care_worker = FixedCareWorkerOut(allow_null=True)
    sip = SipBody()
    outpatient_clear_at = InstantField(allow_null=True)
    handover_sent_at = InstantField(allow_null=True)
    handover = HandoverOut()
    patient_summary = PatientSummaryOut()
    follow_up_call = FollowUpCallOut(allow_null=True)
    discharged_at = InstantField(allow_null=True)
    destination = serializers.CharField()
    destination_text = serializers.CharField()
    deceased_at = InstantField(allow_null=True)
    closed_at = InstantField(allow_null=True)
    planning = PlanningOut()
    concerned_units = ConcernedUnitOut(many=True)
    deliveries = DeliveryOut(many=True)
    messages = MessageOut(many=True)
    sharing = SharingOut()
    home_ready = HomeReadyOut()
    waiting_reasons = WaitingOut(many=True)
    blocks = BlocksOut()


# Told as they are folded.
PLAIN = (
    "reference",
    "care_form",
    "legal_status",
    "admitted_at",
    "admission_notice_at",
    "outpatient_clear_at",
    "handover_sent_at",
    "discharged_at",
    "destination",
    "destination_text",
    "deceased_at",
    "closed_at",
)


WARD_ONLY = ("language", "needs")


def case_body(page: CasePage, viewer: Actor, at: datetime) -> dict[str, Any]:
    """Return the case as ``CaseBody`` writes it for ``viewer``."""
    case, facts = page.case, page.facts
    hidden = () if reads_more(viewer, facts) else WARD_ONLY
    values: dict[str, Any] = {name: getattr(facts, name) for name in PLAIN}
    values |= {
        "id": case.pk,
        "version": facts.version,
        "person": person_body(case.person, hidden=hidden),
        "ward": case.ward,
        "axes": {"stay": facts.stay, "readiness": facts.readiness},
        "needs": _needs(facts),
        "scope": scope_of(page),
        "stays": stays_of(page),
        "leave": leave_of(page),
        "care_chain": chain_of(page),
        "expected_discharge": _expected(facts),
        "ready": _ready(page),
        "earlier_ready": [_spell(spell) for spell in facts.spells if spell.ended_at is not None],
        "care_contact": _named(page, page.facts.care_contact),
        "fixed_care_worker": _named(page, page.facts.fixed_care_worker),
        "sip": sip_out(facts, at),
        "handover": handover_out(facts, viewer),
        "patient_summary": patient_summary_out(facts, viewer),
        "follow_up_call": follow_up_call_out(facts),
        "planning": planning_body(page, viewer),
        "concerned_units": [_unit(page, unit) for unit in facts.units],
        "deliveries": [vars(item) | {"message_id": item.event_id} for item in facts.deliveries],
        "messages": messages_of(facts),
        "sharing": facts.sharing,
        "home_ready": home_ready_values(page),
        "waiting_reasons": waiting_values(page),
        "blocks": blocks_out(page, viewer),
    }
    return dict(CaseBody({name: value for name, value in values.items() if name not in hidden}).data)


def _needs(facts: CaseFacts) -> dict[str, Any]:
    return {
        "municipal_health": facts.need_municipal_health,
        "social_services": facts.need_social_services,
        "outpatient": facts.need_outpatient,
        "assessed_at": facts.need_assessed_at,
    }


def _expected(facts: CaseFacts) -> dict[str, Any] | None:
    if facts.expected_discharge is None:
        return None
    earlier = [day for _, day in facts.expected_history[:-1]]
    return {"date": facts.expected_discharge, "previous": earlier}


def _spell(spell: Any) -> dict[str, Any]:
    return vars(spell) | {"message_id": spell.event_id, "assessed_by": spell.physician}


def _ready(page: CasePage) -> dict[str, Any] | None:
    spell = page.facts.open_spell
    if spell is None:
        return None
    return _spell(spell) | {"day_zero": page.case.day_zero, "first_liable_day": page.case.first_liable_day}


def _named(page: CasePage, contact: CareContact | FixedCareWorker | None) -> dict[str, Any] | None:
    return asdict(contact) | {"unit": page.units.get(contact.unit_id)} if contact else None


def _unit(page: CasePage, unit: ConcernedUnit) -> dict[str, Any]:
    suggested = page.units.get(unit.suggested_unit_id or "")
    claim = page.facts.claim_of(unit.unit_id)
    return vars(unit) | {
        "unit": page.units.get(unit.unit_id),
        "suggested_unit": suggested,
        "claimed_by": claim.name if claim else "",
    }
