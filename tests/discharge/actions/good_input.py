"""Every act on a case with input that is right: who does it, when in the case's life, with which arguments."""

from datetime import timedelta
from typing import Any

from discharge.actions.acknowledge import acknowledge
from discharge.actions.add_concerned_unit import add_concerned_unit
from discharge.actions.answer_unknown_patient import answer_unknown_patient
from discharge.actions.assess_need import Needs, assess_need
from discharge.actions.change_expected_discharge import change_expected_discharge
from discharge.actions.claim_case import claim_case
from discharge.actions.close_case import close_case
from discharge.actions.decline_case import decline_case
from discharge.actions.discharge_patient import discharge_patient
from discharge.actions.forward_case import forward_case
from discharge.actions.mark_ready_for_discharge import mark_ready_for_discharge
from discharge.actions.name_care_contact import name_care_contact
from discharge.actions.record_death import record_death
from discharge.actions.redirect_notice import redirect_notice
from discharge.actions.release_claim import release_claim
from discharge.actions.remove_concerned_unit import remove_concerned_unit
from discharge.actions.report_ready_to_receive import report_ready_to_receive
from discharge.actions.report_wrong_recipient import report_wrong_recipient
from discharge.actions.send_admission_notice import send_admission_notice
from discharge.actions.start_planning import start_planning
from discharge.actions.state_outpatient_readiness import state_outpatient_readiness
from discharge.actions.undo_death import undo_death
from discharge.actions.undo_discharge import undo_discharge
from discharge.actions.void_case import void_case
from discharge.actions.void_ready_notice import void_ready_notice
from discharge.actions.withdraw_ready_notice import withdraw_ready_notice
from discharge.actions.withdraw_ready_to_receive import withdraw_ready_to_receive
from lus.organisations.models import UnitKind
from lus.swedish_time import local_date
from sip.actions.assess_sip_need import assess_sip_need
from sip.actions.record_sip_consent import record_sip_consent
from sip.actions.send_sip_summons import send_sip_summons
from tests.factories import NOW, a_unit

from .good_input_of_blocks import BLOCK_TRIES
from .good_input_of_chain import CHAIN_TRIES
from .good_input_of_corrections import CORRECTION_TRIES
from .good_input_of_deviations import DEVIATION_TRIES
from .good_input_of_messages import MESSAGE_TRIES
from .good_input_of_notices import NOTICE_TRIES
from .good_input_of_sip import SIP_TRIES
from .good_input_on_call import ON_CALL_TRIES
from .home_ready_input import HOME_READY_TRIES
from .leaving_input import LEAVING_TRIES
from .life import Life
from .lives import admitted, claimed, consented, misrouted, received, sub_unit
from .one_try import READ, Try
from .planning_input import PLANNING_TRIES
from .settlement_lives import SETTLEMENT_TRIES


def _notice(life: Life) -> dict[str, Any]:
    return {
        "needs": Needs(municipal_health=True, physician="Jonas Ek"),
        "expected_discharge": local_date(NOW) + timedelta(days=4),
        "recipients": life.place.recipients(),
    }


def _ready(life: Life) -> dict[str, Any]:
    return {"physician": "Jonas Ek", "assessed_at": life.at, "legal_ground": "consent"}


TRIES = (
    Try(
        assess_need,
        "ward",
        ("need_assessed",),
        life=admitted,
        arguments=lambda life: {"needs": Needs(social_services=True, physician="Jonas Ek")},
    ),
    Try(
        send_admission_notice,
        "ward",
        ("need_assessed", "admission_notice_sent", "expected_discharge_set"),
        life=admitted,
        arguments=_notice,
    ),
    Try(
        change_expected_discharge,
        "ward",
        ("expected_discharge_changed",),
        arguments=lambda life: {"new_date": local_date(NOW) + timedelta(days=9), "reason": "medical"},
    ),
    Try(
        add_concerned_unit,
        "ward",
        ("concerned_unit_added",),
        arguments=lambda life: {
            "unit_id": a_unit("Rehab Öst", UnitKind.OUTPATIENT).pk,
            "role": "outpatient",
        },
    ),
    Try(
        remove_concerned_unit,
        "ward",
        ("concerned_unit_removed",),
        arguments=lambda life: {"unit_id": life.municipality.unit_id, "reason": "Inget behov"},
    ),
    Try(
        redirect_notice,
        "ward",
        ("recipient_corrected",),
        life=misrouted,
        arguments=lambda life: {
            "wrong_unit_id": life.municipality.unit_id,
            "new_unit_id": a_unit("Solna", UnitKind.RECEPTION).pk,
        },
    ),
    Try(
        acknowledge,
        "municipality",
        (READ,),
        arguments=lambda life: {"message_id": life.last("admission_notice_sent").pk},
    ),
    Try(answer_unknown_patient, "municipality", (READ, "patient_answered_unknown")),
    Try(
        decline_case,
        "municipality",
        (READ, "case_declined"),
        arguments=lambda life: {"reason": "no_need_of_us"},
    ),
    Try(
        report_wrong_recipient,
        "municipality",
        ("wrong_recipient_reported",),
        arguments=lambda life: {"reason": "moved"},
    ),
    Try(
        forward_case,
        "municipality",
        (READ, "case_forwarded"),
        arguments=lambda life: {"unit_id": sub_unit(life, "Hemtjänst Nacka").unit_id},
    ),
    Try(claim_case, "municipality", (READ, "case_claimed", "planning_started")),
    Try(release_claim, "municipality", ("claim_released",), life=claimed),
    Try(start_planning, "municipality", (READ, "planning_started")),
    Try(
        report_ready_to_receive,
        "municipality",
        (READ, "unit_ready_to_receive"),
        arguments=lambda life: {"what": "Hemtjänst"},
    ),
    Try(
        withdraw_ready_to_receive,
        "municipality",
        ("unit_ready_withdrawn",),
        life=received,
        arguments=lambda life: {"reason": "Sängen kom inte"},
    ),
    Try(
        name_care_contact,
        "primary_care",
        (READ, "care_contact_named"),
        arguments=lambda life: {"name": "Eva Nord", "title": "Distriktssköterska", "phone": "08-1"},
    ),
    Try(
        mark_ready_for_discharge,
        "ward",
        ("readiness_assessed", "ready_notice_sent", "grace_period_started"),
        arguments=_ready,
    ),
    Try(
        withdraw_ready_notice,
        "ward",
        ("ready_notice_withdrawn", "payment_count_stopped"),
        life=lambda: Life().ready(),
        arguments=lambda life: {"reason": "deteriorated"},
    ),
    Try(
        void_ready_notice,
        "ward",
        ("ready_notice_entered_in_error", "payment_count_stopped"),
        life=lambda: Life().ready(),
        arguments=lambda life: {"reason": "Fel patient"},
    ),
    Try(
        state_outpatient_readiness,
        "primary_care",
        (READ, "outpatient_readiness_stated"),
        arguments=lambda life: {"ready": True},
    ),
    *HOME_READY_TRIES,
    *LEAVING_TRIES,
    Try(
        discharge_patient,
        "ward",
        ("patient_discharged",),
        arguments=lambda life: {"left_at": life.at, "destination": "home"},
    ),
    Try(
        undo_discharge,
        "ward",
        ("discharge_corrected",),
        life=lambda: Life().left(),
        arguments=lambda life: {"reason": "Fel knapp"},
    ),
    Try(
        record_death,
        "ward",
        ("patient_deceased_recorded", "case_closed"),
        arguments=lambda life: {"died_at": life.at, "confirmed": True},
    ),
    Try(
        undo_death,
        "ward",
        ("death_record_corrected",),
        life=lambda: Life().dead(),
        arguments=lambda life: {"reason": "Fel patient"},
    ),
    Try(
        void_case,
        "ward",
        ("case_entered_in_error", "case_closed"),
        arguments=lambda life: {"reason": "Fel person"},
    ),
    Try(close_case, "ward", ("case_closed",), life=lambda: Life().left()),
    Try(
        assess_sip_need,
        "primary_care",
        ("sip_need_assessed", "track_suggested"),
        arguments=lambda life: {"needed": True},
    ),
    Try(record_sip_consent, "ward", ("consent_recorded",), arguments=lambda life: {"state": "given"}),
    Try(
        send_sip_summons,
        "primary_care",
        (READ, "sip_summons_sent"),
        life=consented,
        arguments=lambda life: {"meeting_at": life.at + timedelta(days=2), "place": "Digitalt"},
    ),
    *(Try(*row) for row in ON_CALL_TRIES),
    *MESSAGE_TRIES,
    *PLANNING_TRIES,
    *SETTLEMENT_TRIES,
    *CHAIN_TRIES,
    *CORRECTION_TRIES,
    *NOTICE_TRIES,
    *BLOCK_TRIES,
    *SIP_TRIES,
    *DEVIATION_TRIES,
)
BY_NAME = {one.act.__name__: one for one in TRIES}
