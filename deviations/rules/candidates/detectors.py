"""Detektorerna AD01 till AD19: which rule, which step of the process, and which events may change its answer.

AD20 (the first home measure) is not here: docs/adr/0073 says why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from discharge.rules.facts import CaseFacts

from . import (
    absent_party,
    closed_door,
    late_admission_notice,
    late_date_change,
    late_handover,
    late_sip_summons,
    late_withdrawal,
    left_before_date,
    missed_follow_up,
    municipal_silence,
    no_admission_notice,
    no_care_contact,
    no_outpatient_recipient,
    notice_after_discharge,
    old_dispute,
    open_points,
    stale_date,
    unread_message,
    wrong_recipient,
)
from .ground import Ground, Known

Rule = Callable[[CaseFacts, Known], Iterator[Ground]]
NOTICES: Final = (
    "admission_notice_sent",
    "concerned_unit_added",
    "concerned_unit_readded",
    "recipient_corrected",
)
LEAVES: Final = ("patient_discharged",)
READY: Final = ("ready_notice_sent",)
# What takes an event back, moves it in time, or ends the case as one of its kind: any rule may answer otherwise.
CORRECTIONS: Final = frozenset(
    {
        "event_corrected",
        "late_registration_confirmed",
        "admission_notice_withdrawn",
        "ready_notice_entered_in_error",
        "discharge_corrected",
        "death_record_corrected",
        "case_entered_in_error",
        "marked_outside_act",
        "marked_covered_by_act",
        "block_set",
        "block_lifted",
    }
)


@dataclass(frozen=True, slots=True)
class Detector:
    """``title``: what it finds; ``direction``: to whom it is offered → to whom it goes. ``step``: key of ``STEPS``.

    ``begins``: events that can make it so, or start its time; ``ends``: events that can change an open offer.
    """

    title: str
    direction: str
    step: int
    rule: Rule
    begins: tuple[str, ...]
    ends: tuple[str, ...] = ()


DETECTORS: Final[dict[str, Detector]] = {
    "AD01": Detector(
        "Inskrivningsmeddelande för sent",
        "mottagare → avdelning",
        1,
        late_admission_notice.find,
        ("admission_notice_sent",),
        ("need_assessed",),
    ),
    "AD02": Detector(
        "Inskrivningsmeddelande saknas",
        "kommun, öppenvård → avdelning",
        1,
        no_admission_notice.find,
        LEAVES,
        ("admission_notice_sent",),
    ),
    "AD03": Detector(
        "Öppenvård saknas som mottagare",
        "kommun → avdelning",
        1,
        no_outpatient_recipient.find,
        ("admission_notice_sent", "need_assessed"),
        ("concerned_unit_added", "recipient_corrected"),
    ),
    "AD04": Detector(
        "Fel mottagare",
        "ny mottagare → avdelning",
        1,
        wrong_recipient.find,
        ("recipient_corrected",),
        ("wrong_recipient_reported",),
    ),
    "AD05": Detector(
        "Datum ändrat sent",
        "kommun, öppenvård → avdelning",
        3,
        late_date_change.find,
        ("expected_discharge_changed",),
    ),
    "AD06": Detector(
        "Datum inte uppdaterat",
        "kommun → avdelning",
        3,
        stale_date.find,
        (
            "admission_notice_sent",
            "expected_discharge_set",
            "expected_discharge_changed",
            "ready_notice_withdrawn",
        ),
    ),
    "AD07": Detector("Hem före datumet", "kommun → avdelning", 6, left_before_date.find, LEAVES),
    "AD08": Detector(
        "Inte kvitterat i tid",
        "avsändare → mottagare",
        1,
        unread_message.find,
        (*NOTICES, *READY, "ready_notice_forwarded", "handover_sent"),
        ("message_acknowledged", "handover_received"),
    ),
    "AD09": Detector(
        "Fast vårdkontakt saknas",
        "avdelning, kommun → öppenvård",
        2,
        no_care_contact.find,
        READY,
        ("patient_discharged", "care_contact_named"),
    ),
    "AD10": Detector(
        "Kommunens besked uteblir",
        "avdelning → kommun",
        3,
        municipal_silence.find,
        (*READY, "concerned_unit_added", "concerned_unit_readded", "recipient_corrected"),
        ("unit_ready_to_receive", "unit_ready_withdrawn", "case_declined"),
    ),
    "AD11": Detector(
        "Kallelse till SIP sen eller saknas",
        "avdelning, kommun → öppenvård",
        4,
        late_sip_summons.find,
        (*READY, *LEAVES, "sip_need_assessed", "consent_recorded", "sip_meeting_cancelled"),
        ("sip_summons_sent", "consent_withdrawn", "sip_declined_by_person"),
    ),
    "AD12": Detector(
        "Part uteblev från SIP",
        "den som kallat → parten",
        7,
        absent_party.find,
        ("sip_meeting_held",),
    ),
    "AD13": Detector(
        "SIP inte uppföljd",
        "parterna → den som kallat",
        8,
        missed_follow_up.find,
        ("sip_established", "sip_existing_linked", "sip_followed_up"),
    ),
    "AD14": Detector(
        "Återtagen sent", "kommun → avdelning", 5, late_withdrawal.find, ("ready_notice_withdrawn",)
    ),
    "AD15": Detector(
        "Utskrivningsklar för sent", "kommun → avdelning", 5, notice_after_discharge.find, READY
    ),
    "AD16": Detector(
        "Överlämning saknas eller sen",
        "kommun, öppenvård → avdelning",
        6,
        late_handover.find,
        LEAVES,
        ("handover_sent",),
    ),
    "AD17": Detector(
        "Öppna punkter vid utskrivning",
        "kommun, öppenvård → den som äger punkten",
        6,
        open_points.find,
        LEAVES,
    ),
    "AD18": Detector(
        "Hem när mottagaren har stängt",
        "kommun → avdelning",
        6,
        closed_door.find,
        ("weekend_warning_raised",),
        ("weekend_warning_answered",),
    ),
    "AD19": Detector(
        "Oenighet om betaldagar",
        "båda → den andra",
        5,
        old_dispute.find,
        ("payment_line_disputed",),
        ("payment_dispute_answered", "settlement_closed"),
    ),
}
BEGINS: Final = frozenset(name for one in DETECTORS.values() for name in one.begins)
ENDS: Final = frozenset(name for one in DETECTORS.values() for name in one.ends) - BEGINS - CORRECTIONS
