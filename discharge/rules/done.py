"""När ett steg redan är taget: what a row of ``DONE`` asks and says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from .facts import CaseFacts

SEE_CASE: Final = "Ni behöver inte göra något mer."


@dataclass(frozen=True, slots=True)
class Asked:
    """Who wants to do what to which unit or message."""

    facts: CaseFacts
    unit_id: str | None
    target_id: str | None
    event_id: str | None


@dataclass(frozen=True, slots=True)
class Done:
    """``so``: is it done?; ``names``: by which events; ``own``: only the acting unit's own events count."""

    so: Callable[[Asked], bool]
    names: tuple[str, ...]
    words: str
    advice: str
    own: bool = False
