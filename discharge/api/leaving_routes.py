"""Utskrivningens handlingar: the rows of the table of acts for the handover and what follows it."""

from discharge.actions.add_handover_part import add_handover_part
from discharge.actions.confirm_handover_received import confirm_handover_received
from discharge.actions.declare_handover_part_not_needed import declare_handover_part_not_needed
from discharge.actions.give_patient_summary import give_patient_summary
from discharge.actions.plan_follow_up_call import plan_follow_up_call
from discharge.actions.record_follow_up_call import record_follow_up_call
from discharge.actions.send_handover import send_handover
from discharge.actions.waive_follow_up_call import waive_follow_up_call
from discharge.actions.write_patient_summary import write_patient_summary
from lus.organisations.roles import Permission

from . import leaving_bodies as bodies
from .act_bodies import ReasonBody
from .act_route import ActRoute

WARD, ANY = Permission.SEND_WARD_NOTICES, Permission.ACKNOWLEDGE

LEAVING_ROUTES = (
    ActRoute(add_handover_part, WARD, bodies.HandoverPartBody),
    ActRoute(declare_handover_part_not_needed, WARD, bodies.PartNotNeededBody),
    ActRoute(send_handover, WARD, bodies.HandoverBody),
    ActRoute(confirm_handover_received, ANY),
    ActRoute(write_patient_summary, WARD, bodies.WriteSummaryBody),
    ActRoute(give_patient_summary, WARD, bodies.GiveSummaryBody),
    ActRoute(plan_follow_up_call, ANY, bodies.CallOwnerBody),
    ActRoute(record_follow_up_call, ANY, bodies.CallBody),
    ActRoute(waive_follow_up_call, ANY, ReasonBody),
)
