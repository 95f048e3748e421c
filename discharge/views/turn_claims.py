"""*Tar ärendet*: who of the unit has each case of Min tur, and the choice of *Mina* or *Ej tagna*."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from discharge.queries.my_turn import MyTurn, PlanTurn, Turn

from .listed_duty import address_of

VIEWS = (("", "Alla"), ("mine", "Mina"), ("free", "Ej tagna"))


def taken_by(item: Turn) -> str:
    """Return the name, *Jag* for the viewer's own, or nothing."""
    return "Jag" if item.is_mine else item.claimed_name


def take_url(item: Turn) -> str:
    """Return where *Jag tar* is posted, or nothing when somebody has the case or another unit owes."""
    return address_of("claim_case", item.case.pk) if item.may_take and item.claimed_by is None else ""


def in_view(turn: MyTurn, view: str) -> MyTurn:
    """Return the turn with the chosen rows only; an unknown view shows all."""
    return replace(turn, turns=tuple(_chosen(turn.turns, view)))


def claim_views(turn: MyTurn, view: str) -> list[dict[str, Any]]:
    """Return the chips, each with how many duties it holds."""
    return [
        {
            "label": label,
            "url": f"/?claim={key}" if key else "/",
            "count": len(_chosen(turn.turns, key)),
            "current": key == (view if view in dict(VIEWS) else ""),
        }
        for key, label in VIEWS
    ]


def _chosen(turns: Sequence[Turn | PlanTurn], view: str) -> list[Turn | PlanTurn]:
    if view == "mine":
        return [item for item in turns if item.is_mine]
    if view == "free":
        return [item for item in turns if item.claimed_by is None]
    return list(turns)
