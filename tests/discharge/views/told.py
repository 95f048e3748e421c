"""One act's page as it is tried."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Told:
    """One act: who does it from which state, a sound form, a faulty one, the event that it leaves."""

    act: str
    who: str
    sound: dict[str, Any]
    event: str
    faulty: dict[str, Any] | None = None
    before: tuple[str, ...] = ()
    at: str = "case"
    status: int = 422
