"""Vad en rad om en plikt säger: its sentence, its button, its basis and why it exists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Basis = Literal["law", "agreement", "routine"]
Clock = Literal["elapsed", "calendar", "none"]

ROUTINE: Final = "Intern rutin"


@dataclass(frozen=True, slots=True)
class Duty:
    """``sentence`` may hold ``{message}``, ``{unit}``, ``{parts}``, ``{points}`` or ``{fields}`` (a number).

    ``act`` is the url name ("" = no button).
    """

    sentence: str
    verb: str
    act: str
    basis: Basis
    reference: str
    clock: Clock
    explanation: str
