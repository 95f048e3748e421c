"""Hemgångsklar och orsak i listorna: how much of the list is done, the one thing missing, and why somebody waits."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from discharge.rules.waiting_reasons import REASONS
from lus.swedish_time import local_date

from .home_ready_words import remaining


@dataclass(frozen=True, slots=True)
class HomeWords:
    """``figure``: ``7/9``, or empty; ``missing``: the one thing, whose and when; ``waits``: why, and for how long."""

    figure: str
    missing: str
    waits: str
    is_home_ready: bool


def home_words(case: Mapping[str, Any], names: Mapping[str, str], at: datetime) -> HomeWords:
    """Return the words of a board's row. ``names``: unit id → name; a unit that is not in it is not named."""
    home = case["home_ready"]
    ready = case["home_ready_at"] is not None and case["readiness"] == "ready"
    first = home.get("first")
    missing = ""
    if first is not None:
        still = home["total"] - home["answered"]
        missing = remaining(first, still, names.get(first["unit_id"], ""), at)
    return HomeWords(
        figure=f"{home['answered']}/{home['total']}" if home.get("total") else "",
        missing=missing,
        waits=_waits(case["waiting_for"], names, local_date(at)),
        is_home_ready=ready,
    )


def _waits(reasons: list[list[str]], names: Mapping[str, str], today: date) -> str:
    """``Kommunens beslut, Nacka kommun, 3 d och 1 till``."""
    if not reasons:
        return ""
    code, owner, since = reasons[0]
    days = (today - date.fromisoformat(since)).days
    parts = (REASONS.get(code, code), names.get(owner, ""), f"{days} d" if days else "i dag")
    more = f" och {len(reasons) - 1} till" if len(reasons) > 1 else ""
    return ", ".join(part for part in parts if part) + more
