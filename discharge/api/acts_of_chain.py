"""Handlingarna i vårdkedjan: moves, leave, transfer, legal status, and the act's reach over the case."""

from discharge.actions.change_legal_status import change_legal_status
from discharge.actions.change_ward import change_ward
from discharge.actions.confirm_ward_change import confirm_ward_change
from discharge.actions.end_leave import end_leave
from discharge.actions.mark_covered_by_act import mark_covered_by_act
from discharge.actions.mark_outside_act import mark_outside_act
from discharge.actions.record_care_plan_instead import record_care_plan_instead
from discharge.actions.record_told_outside import record_told_outside
from discharge.actions.reopen_case import reopen_case
from discharge.actions.start_leave import start_leave
from discharge.actions.transfer_patient import transfer_patient
from lus.organisations.roles import Permission

from . import bodies_of_chain as bodies
from .act_bodies import ReasonBody
from .act_route import ActRoute

STAY = Permission.REGISTER_STAY

CHAIN_ACTS: tuple[ActRoute, ...] = (
    ActRoute(change_ward, STAY, bodies.MoveBody, if_match=True),
    ActRoute(confirm_ward_change, STAY),
    ActRoute(transfer_patient, STAY, bodies.MoveBody, if_match=True),
    ActRoute(start_leave, STAY, bodies.StartLeaveBody),
    ActRoute(end_leave, STAY, bodies.EndLeaveBody),
    ActRoute(reopen_case, STAY, ReasonBody, if_match=True),
    ActRoute(change_legal_status, STAY, bodies.LegalStatusBody, if_match=True),
    ActRoute(record_care_plan_instead, STAY, bodies.CarePlanBody),
    ActRoute(mark_outside_act, STAY, bodies.OutsideActBody, if_match=True),
    ActRoute(mark_covered_by_act, STAY, ReasonBody, if_match=True),
    ActRoute(record_told_outside, Permission.SEND_WARD_NOTICES, bodies.ToldOutsideBody),
)
