"""SIP, 4 kap. LUS and HSL 16:4: from the judged need to the plan's end."""

from discharge.rules.facts_of_meeting import WHERE

from .event_type import EventType

PLAN = ("version", "goals", "responsible", "follow_up_on")
# Where a meeting is, for how long, and how one gets into it. Summonses on paper and older ones have ``place`` alone.
PLACE = ("duration_min", "place", *WHERE)
# What whoever led the meeting tells if they want to; older events lack it.
LEADER_TELLS = ("premeeting", "present", "target_group", "obstacles")

SIP: dict[str, EventType] = {
    "sip_requested": EventType("SIP begärd", "decision", ("requested_by", "requested_on")),
    "sip_need_assessed": EventType("SIP-behov bedömt", "decision", ("needed", "reason")),
    "sip_offered": EventType("SIP erbjuden", "decision", ("how", "interpreter")),
    "sip_accepted_by_person": EventType("Personen vill ha SIP", "decision", ("given_by", "how")),
    "sip_declined_by_person": EventType(
        "Personen har tackat nej till SIP", "decision", ("given_by", "how", "reason")
    ),
    "consent_recorded": EventType(
        "Samtycke dokumenterat",
        "decision",
        ("kind", "state", "given_by", "form", "valid_from", "valid_until"),
    ),
    "consent_withdrawn": EventType("Samtycke återtaget", "decision", ("kind", "given_by", "form")),
    "harm_test_started": EventType("Menprövning påbörjad", "decision", ("reason",)),
    "sip_poll_opened": EventType(
        "Mötestider föreslagna", "message", ("slots", "place_kind", "reply_by", "recipients")
    ),
    "sip_slot_answered": EventType("Svar på mötestider", "message", ("unit_id", "for_person", "answers")),
    "sip_slot_chosen": EventType("Mötestid vald", "decision", ("slot_id", "starts_at")),
    "sip_summons_sent": EventType(
        "Kallelse till SIP skickad",
        "message",
        (
            "meeting_uid",
            "kind",
            "meeting_at",
            "purpose",
            *PLACE,
            "recipients",
            "participants",
            "reply_by",
            "interpreter",
            "adaptations",
            "person_choice",
            "person_wish",
            "short",
            "satisfies_lus_4_3",
        ),
    ),
    "sip_time_changed": EventType(
        "Ny tid för SIP-möte",
        "change",
        ("old_meeting_at", "meeting_at", "old_place", *PLACE, "reply_by", "reason", "recipients"),
    ),
    "sip_meeting_cancelled": EventType(
        "SIP-möte inställt", "message", ("meeting_at", "reason", "recipients"), answered=True
    ),
    # ``removed`` and ``changed`` name participant and unit ("" of somebody without an account).
    "sip_participant_changed": EventType(
        "Andra deltagare i SIP-möte", "change", ("added", "removed", "changed", "reason", "recipients")
    ),
    "sip_attendance_answered": EventType(
        "Svar på kallelse till SIP", "message", ("unit_id", "participant_id", "answer", "text", "by")
    ),
    "sip_substitute_named": EventType(
        "Ersättare till SIP-möte", "message", ("unit_id", "participant_id", "name", "substitute_unit_id")
    ),
    "sip_substitute_declined": EventType(
        "Ersättare godkändes inte",
        "decision",
        ("unit_id", "participant_id", "substitute_unit_id", "reason"),
    ),
    "sip_code_given": EventType("Kod till möte lämnad", "decision", ("participant_id", "protected_reason")),
    "sip_meeting_held": EventType(
        "SIP-möte hållet",
        "decision",
        ("meeting_at", "attendance", "people", "person", "incomplete", "note", *LEADER_TELLS),
    ),
    "sip_established": EventType("SIP upprättad", "decision", PLAN),
    "sip_existing_linked": EventType("SIP finns sedan tidigare", "decision", ("made_on", *PLAN)),
    "sip_followed_up": EventType("SIP uppföljd", "decision", ("result", "outcome", "text", "next_on")),
    "sip_closed": EventType(
        "SIP avslutad",
        "decision",
        ("reason", "text", "handed", "goals", "helped_person", "helped_units", "survey_offered"),
    ),
    "sip_reopened": EventType("SIP öppnad igen", "decision", ("reason",)),
}
