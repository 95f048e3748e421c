"""Who is told of each event, beyond the units that shall acknowledge it: one table, read aloud."""

from .facts import MUNICIPAL_ROLES, OUTPATIENT_ROLES, CaseFacts

WARD = "ward"
CONCERNED = "concerned"
OUTPATIENT = "outpatient"
SUMMONER = "summoner"  # the unit that called to the joint plan's meeting
FORWARDER = "forwarder"  # the unit of the same organisation that had sent the case on to the one it is about
POLLER = "poller"  # the unit that proposed the times
MUNICIPAL = "municipal"
NAMED = "named"  # the unit that the event is about, also when it is no longer concerned

TOLD: dict[str, tuple[str, ...]] = {
    "concerned_unit_removed": (WARD, NAMED, FORWARDER),
    "patient_answered_unknown": (WARD,),
    "case_declined": (WARD, FORWARDER),
    "wrong_recipient_reported": (WARD, FORWARDER),
    "planning_started": (WARD,),
    "unit_ready_to_receive": (WARD, OUTPATIENT),
    "unit_ready_withdrawn": (WARD,),
    "care_contact_named": (WARD, CONCERNED),
    "care_contact_changed": (WARD, CONCERNED),
    "fixed_care_worker_named": (WARD, CONCERNED),
    "expected_discharge_changed": (CONCERNED,),
    "protected_identity_flagged": (WARD,),
    "block_set": (WARD, CONCERNED),
    "block_lifted": (WARD, CONCERNED, NAMED),
    "track_suggested": (CONCERNED,),
    "track_confirmed": (CONCERNED,),
    "planning_field_reassigned": (NAMED,),
    "planning_basis_completed": (WARD, CONCERNED),
    "adl_assessed": (CONCERNED,),
    "outpatient_readiness_stated": (WARD, CONCERNED),
    "sip_need_assessed": (WARD, CONCERNED),
    "sip_offered": (WARD, CONCERNED),
    "sip_accepted_by_person": (WARD, CONCERNED),
    "sip_declined_by_person": (WARD, CONCERNED),
    "consent_recorded": (WARD, CONCERNED),
    "consent_withdrawn": (WARD, CONCERNED),
    "harm_test_started": (WARD, CONCERNED),
    "harm_test_recorded": (WARD, CONCERNED),
    "sip_poll_opened": (CONCERNED,),
    "sip_slot_answered": (POLLER,),
    "sip_summons_sent": (CONCERNED,),
    "sip_meeting_cancelled": (WARD,),
    "sip_attendance_answered": (SUMMONER,),
    "sip_substitute_named": (SUMMONER,),
    "sip_substitute_declined": (NAMED,),
    "sip_closed": (WARD, CONCERNED),
    "sip_reopened": (WARD, CONCERNED),
    **dict.fromkeys(
        ("sip_meeting_held", "sip_established", "sip_existing_linked", "sip_followed_up"),
        (WARD, CONCERNED),
    ),
    "home_ready_reached": (WARD, CONCERNED),
    "home_ready_lost": (CONCERNED,),
    "waiting_reason_opened": (NAMED,),
    "waiting_reason_closed": (NAMED,),
    "waiting_reason_contested": (WARD,),
    "handover_sent": (CONCERNED,),
    "handover_received": (WARD,),
    "patient_summary_given": (OUTPATIENT,),
    "follow_up_call_planned": (OUTPATIENT, NAMED),
    "follow_up_call_done": (OUTPATIENT,),
    "follow_up_call_waived": (OUTPATIENT, NAMED),
    "patient_deceased_recorded": (WARD, CONCERNED),
    "death_record_corrected": (WARD, CONCERNED),
    "case_entered_in_error": (CONCERNED,),
    "payment_liability_started": (WARD, CONCERNED),
    "payment_day_counted": (WARD, CONCERNED),
    "payment_blocked": (WARD, CONCERNED),
    "payment_recalculated": (WARD, CONCERNED),
    "acknowledgement_escalated": (WARD, NAMED),
    "weekend_warning_raised": (WARD,),
    "phone_contact_recorded": (NAMED,),
    "on_call_contacted": (WARD,),
    "on_call_decision_recorded": (WARD,),
    "care_chain_joined": (WARD,),
    "ward_changed": (WARD, CONCERNED),
    "leave_started": (MUNICIPAL,),
    "leave_ended": (MUNICIPAL,),
    "case_reopened": (CONCERNED,),
    "legal_status_changed": (CONCERNED,),
    "sip_replaced_by_care_plan": (CONCERNED,),
    "marked_outside_act": (CONCERNED,),
    "marked_covered_by_act": (CONCERNED,),
    "late_registration_made": (NAMED,),
    "late_registration_confirmed": (WARD, CONCERNED),
    "late_registration_contested": (WARD, CONCERNED),
}

# Nobody has to acknowledge these, but those whom the event names are told.
TO_RECIPIENTS = frozenset(
    {
        "attachment_added",
        "event_corrected",
        "sip_summons_sent",
        "sip_time_changed",
        "sip_participant_changed",
    }
)

# News in the product alone: nobody is nudged outside it.
IN_APP_ONLY = frozenset({"track_suggested"})

URGENT = frozenset(
    {
        "ready_notice_sent",
        "ready_notice_forwarded",
        "ready_notice_withdrawn",
        "ready_notice_entered_in_error",
        "patient_discharged",
        "wrong_recipient_reported",
    }
)


def told_units(event: str, facts: CaseFacts, named: str | None = None) -> frozenset[str]:
    """Return the ids of the units that ``TOLD`` says shall know of ``event``, which names the unit ``named``."""
    units: set[str] = set()
    for group in TOLD.get(event, ()):
        if group == WARD:
            units.update({facts.ward_id} if facts.ward_id else ())
        elif group == NAMED:
            units.update({named} if named else ())
        elif group == FORWARDER:
            about = facts.unit(named) if named else None
            units.update({about.under} if about and about.under else ())
        elif group == SUMMONER:
            units.update({facts.sip.summoned_by} if facts.sip.summoned_by else ())
        elif group == POLLER:
            units.update({facts.sip.poll.opened_by} if facts.sip.poll else ())
        elif group == CONCERNED:
            units.update(unit.unit_id for unit in facts.active_units)
        else:
            roles = MUNICIPAL_ROLES if group == MUNICIPAL else OUTPATIENT_ROLES
            units.update(unit.unit_id for unit in facts.active_units if unit.role in roles)
    return frozenset(units)
