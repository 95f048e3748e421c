"""Planeringens handlingar: their rows of the table of acts."""

from discharge.actions.answer_planning_field import answer_planning_field
from discharge.actions.assess_adl import assess_adl
from discharge.actions.confirm_track import confirm_track
from discharge.actions.mark_planning_field_unknown import mark_planning_field_unknown
from discharge.actions.reassign_planning_field import reassign_planning_field
from discharge.actions.record_aid import record_aid
from lus.organisations.roles import Permission

from . import planning_bodies as bodies
from .act_route import ActRoute

PLANNING_ROUTES = (
    ActRoute(confirm_track, Permission.SEND_WARD_NOTICES, bodies.TrackBody),
    ActRoute(answer_planning_field, Permission.PLAN, bodies.AnswerFieldBody),
    ActRoute(mark_planning_field_unknown, Permission.PLAN, bodies.UnknownFieldBody),
    ActRoute(reassign_planning_field, Permission.PLAN, bodies.ReassignFieldBody),
    ActRoute(assess_adl, Permission.PLAN, bodies.AdlBody),
    ActRoute(record_aid, Permission.PLAN, bodies.AidBody),
)
