"""Handlingarna som återkallar och utser: the rows of the table of acts for notices and contacts."""

from discharge.actions.flag_protected_identity import flag_protected_identity
from discharge.actions.name_fixed_care_worker import name_fixed_care_worker
from discharge.actions.withdraw_admission_notice import withdraw_admission_notice
from lus.organisations.roles import Permission

from .act_bodies import ReasonBody
from .act_route import ActRoute
from .bodies_of_notices import FixedCareWorkerBody, ProtectedIdentityBody

NOTICE_ACTS: tuple[ActRoute, ...] = (
    ActRoute(flag_protected_identity, Permission.WRITE_MESSAGES, ProtectedIdentityBody, if_match=True),
    ActRoute(name_fixed_care_worker, Permission.ANSWER_NOTICE, FixedCareWorkerBody),
    ActRoute(withdraw_admission_notice, Permission.SEND_WARD_NOTICES, ReasonBody, if_match=True),
)
