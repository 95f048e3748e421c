"""Handlingarna i ärendet: every act of ``discharge/actions`` that a client may do, and those that none may."""

from discharge.actions.acknowledge import acknowledge
from discharge.actions.add_concerned_unit import add_concerned_unit
from discharge.actions.answer_home_ready_point import answer_home_ready_point
from discharge.actions.answer_unknown_patient import answer_unknown_patient
from discharge.actions.assess_need import assess_need
from discharge.actions.change_expected_discharge import change_expected_discharge
from discharge.actions.claim_case import claim_case
from discharge.actions.close_case import close_case
from discharge.actions.close_waiting_reason import close_waiting_reason
from discharge.actions.contest_waiting_reason import contest_waiting_reason
from discharge.actions.decline_case import decline_case
from discharge.actions.discharge_patient import discharge_patient
from discharge.actions.forward_case import forward_case
from discharge.actions.mark_ready_for_discharge import mark_ready_for_discharge
from discharge.actions.name_care_contact import name_care_contact
from discharge.actions.open_waiting_reason import open_waiting_reason
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
from lus.organisations.roles import Permission

from . import act_bodies as bodies
from . import home_ready_bodies
from .act_route import ActRoute, add_acts
from .acts_of_blocks import BLOCK_ACTS
from .acts_of_chain import CHAIN_ACTS
from .acts_of_notices import NOTICE_ACTS
from .admission_notice import AdmissionNoticeBody, NeedAssessmentBody
from .leaving_routes import LEAVING_ROUTES
from .planning_acts import PLANNING_ROUTES

# Acts that open a case: POST /cases. With a notice it is the second one.
OPENING_ACTS = ("register_admission", "admit_and_notify")
# Acts on an agreement: /agreements/{key}/acts/…, see ``agreements``.
AGREEMENT_ACTS = ("propose_activation", "activate_agreement")
# On what a unit keeps: /routing-rules/acts/…, see ``routing_rules``.
ROUTING_ACTS = ("change_routing_rules",)
# On a month between two principals: /settlement/acts/…, see ``settlement``.
MONTH_ACTS = ("close_settlement",)
# Public acts without an address of their own, and why.
INTERNAL_ACTS = {
    "make_weekend_list": "the clock makes it Thursday and Friday; nobody decides who is on it",
    "approve_clean_lines": "the page's one button for many lines; a client approves them one by one",
    "escalate_receipt": "the clock does it when a message stays unread",
    "note_payment_day": "the clock does it when a day begins; nobody decides what a day counts as",
    "note_deviation": "part of report_deviation: the register writes it, by its number alone",
    "load_checklist": "the operator loads a local checklist that the cooperating parties have agreed on",
    "load_agreements": "the operator loads agreement records from files that two persons have reviewed",
}

WARD, ANSWER = Permission.SEND_WARD_NOTICES, Permission.ANSWER_NOTICE
STAY, DEATH = Permission.REGISTER_STAY, Permission.RECORD_DEATH

DISCHARGE_ACTS = add_acts(
    ActRoute(assess_need, WARD, NeedAssessmentBody),
    ActRoute(send_admission_notice, WARD, AdmissionNoticeBody),
    ActRoute(change_expected_discharge, WARD, bodies.ExpectedDischargeBody, if_match=True),
    ActRoute(add_concerned_unit, WARD, bodies.ConcernedUnitBody),
    ActRoute(remove_concerned_unit, WARD, bodies.RemoveUnitBody, if_match=True),
    ActRoute(redirect_notice, WARD, bodies.RedirectBody),
    ActRoute(acknowledge, Permission.ACKNOWLEDGE, bodies.AcknowledgeBody),
    ActRoute(answer_unknown_patient, ANSWER),
    ActRoute(decline_case, ANSWER, bodies.DeclineBody),
    ActRoute(report_wrong_recipient, ANSWER, bodies.WrongRecipientBody),
    ActRoute(forward_case, Permission.FORWARD_CASE, bodies.ForwardBody),
    ActRoute(claim_case, Permission.ACKNOWLEDGE),
    ActRoute(release_claim, Permission.ACKNOWLEDGE),
    ActRoute(start_planning, ANSWER),
    ActRoute(report_ready_to_receive, ANSWER, bodies.ReadyToReceiveBody),
    ActRoute(withdraw_ready_to_receive, ANSWER, bodies.ShortReasonBody, if_match=True),
    ActRoute(name_care_contact, Permission.NAME_CARE_CONTACT, bodies.CareContactBody),
    *PLANNING_ROUTES,
    *NOTICE_ACTS,
    *BLOCK_ACTS,
    ActRoute(mark_ready_for_discharge, WARD, bodies.ReadyNoticeBody),
    ActRoute(withdraw_ready_notice, WARD, bodies.WithdrawReadyBody, if_match=True),
    ActRoute(void_ready_notice, WARD, bodies.ReasonBody, if_match=True),
    ActRoute(state_outpatient_readiness, Permission.STATE_OUTPATIENT_CARE, bodies.OutpatientReadinessBody),
    *LEAVING_ROUTES,
    ActRoute(answer_home_ready_point, Permission.ANSWER_HOME_READY, home_ready_bodies.PointAnswerBody),
    ActRoute(open_waiting_reason, WARD, home_ready_bodies.WaitingReasonBody),
    ActRoute(close_waiting_reason, WARD, home_ready_bodies.CloseReasonBody),
    ActRoute(contest_waiting_reason, ANSWER, home_ready_bodies.ContestReasonBody),
    ActRoute(discharge_patient, STAY, bodies.DischargeBody, if_match=True),
    ActRoute(undo_discharge, STAY, bodies.ReasonBody, if_match=True),
    ActRoute(record_death, DEATH, bodies.DeathBody, if_match=True),
    ActRoute(undo_death, DEATH, bodies.ReasonBody, if_match=True),
    ActRoute(void_case, STAY, bodies.ReasonBody, if_match=True),
    ActRoute(close_case, STAY, bodies.ReasonBody),
    *CHAIN_ACTS,
)
