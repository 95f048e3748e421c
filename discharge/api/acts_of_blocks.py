"""Handlingarna om spärr: the rows of the table of acts."""

from discharge.actions.lift_block import lift_block
from discharge.actions.open_block_in_emergency import open_block_in_emergency
from discharge.actions.set_block import set_block
from lus.organisations.roles import Permission

from .act_route import ActRoute
from .block_bodies import LiftBlockBody, OpenBlockBody, SetBlockBody

BLOCK_ACTS: tuple[ActRoute, ...] = (
    ActRoute(set_block, Permission.WRITE_MESSAGES, SetBlockBody),
    ActRoute(lift_block, Permission.WRITE_MESSAGES, LiftBlockBody, if_match=True),
    ActRoute(open_block_in_emergency, Permission.WRITE_MESSAGES, OpenBlockBody),
)
