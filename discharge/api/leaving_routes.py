"""Utskrivningens handlingar: the rows of the table of acts for the handover and what follows it."""

from discharge.actions.add_handover_part import add_handover_part
from discharge.actions.confirm_handover_received import confirm_handover_received
from discharge.actions.declare_handover_part_not_needed import declare_handover_part_not_needed
from discharge.actions.send_handover import send_handover
from lus.organisations.roles import Permission

from . import leaving_bodies as bodies
from .act_route import ActRoute

WARD = Permission.SEND_WARD_NOTICES

LEAVING_ROUTES = (
    ActRoute(add_handover_part, WARD, bodies.HandoverPartBody),
    ActRoute(declare_handover_part_not_needed, WARD, bodies.PartNotNeededBody),
    ActRoute(send_handover, WARD, bodies.HandoverBody),
    ActRoute(confirm_handover_received, Permission.ACKNOWLEDGE),
)
