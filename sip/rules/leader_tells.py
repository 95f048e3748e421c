"""Mötesledarens uppgifter, handbook sip §14: what no event says of a meeting, told by whoever led it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass
from typing import Any, Final

from discharge.rules.refusal import Refusal
from discharge.rules.sip_choices import OBSTACLES, PRESENT, TARGET_GROUPS

NOTHING_OF_IT: Final = "none"


@dataclass(frozen=True, slots=True)
class LeaderTells:
    """``premeeting``: None when not told. ``present``, ``obstacles``: keys, empty when not told, else what was so.

    ``none`` in one of them says that nothing of it was so. ``target_group``: "" when not told.
    """

    premeeting: bool | None = None
    present: tuple[str, ...] = ()
    target_group: str = ""
    obstacles: tuple[str, ...] = ()

    def as_kept(self) -> dict[str, Any]:
        """Return what the event keeps: plain JSON."""
        return {
            name: list(value) if isinstance(value, tuple) else value for name, value in asdict(self).items()
        }


def refuse_told(told: LeaderTells) -> Refusal | None:
    """Return why it cannot be kept: a key that is none, one said twice, or *none* beside something else."""
    for name, said, known in (
        ("present", told.present, PRESENT),
        ("obstacles", told.obstacles, OBSTACLES),
        ("target_group", (told.target_group,), {"", *TARGET_GROUPS}),
    ):
        if refused := _refuse(name, said, known):
            return refused
    return None


def _refuse(name: str, said: tuple[str, ...], known: Collection[str]) -> Refusal | None:
    if set(said) - set(known) or len(set(said)) != len(said):
        return _wrong(name, "Svaret finns inte.", "Välj bland svaren.")
    if NOTHING_OF_IT in said and len(said) > 1:
        return _wrong(name, "Två svar går inte ihop.", "Välj antingen inget, eller det som stämmer.")
    return None


def _wrong(name: str, detail: str, advice: str) -> Refusal:
    return Refusal("validation", "En uppgift behöver rättas", detail, advice, field=name)
