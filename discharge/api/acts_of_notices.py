"""Handlingarna som återkallar och utser: the rows of the table of acts for notices and contacts."""

from discharge.actions.withdraw_admission_notice import withdraw_admission_notice
from lus.organisations.roles import Permission

from .act_bodies import ReasonBody
from .act_route import ActRoute

NOTICE_ACTS: tuple[ActRoute, ...] = (
    ActRoute(withdraw_admission_notice, Permission.SEND_WARD_NOTICES, ReasonBody, if_match=True),
)
