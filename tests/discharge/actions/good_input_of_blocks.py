"""Spärr with input that is right, and cases in which something is blocked."""

from discharge.actions.lift_block import lift_block
from discharge.actions.open_block_in_emergency import open_block_in_emergency
from discharge.actions.set_block import set_block

from .life import Life
from .one_try import Try

WHY = "Akut försämrad, behöver läkemedelslistan"


def blocked(scope: str = "all") -> Life:
    """A case in which the municipality has blocked what it writes."""
    life = Life()
    life.does(life.municipality, set_block, scope=scope)
    return life


BLOCK_TRIES = (
    Try(set_block, "municipality", ("block_set",), arguments=lambda life: {"scope": "planning"}),
    Try(
        lift_block,
        "municipality",
        ("block_lifted",),
        life=blocked,
        arguments=lambda life: {"block_id": life.last("block_set").pk},
    ),
    Try(
        open_block_in_emergency,
        "primary_care",
        ("block_lifted",),
        life=blocked,
        arguments=lambda life: {"unit_id": life.municipality.unit_id, "reason": WHY, "confirmed": True},
    ),
)
