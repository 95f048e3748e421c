"""What a story of today consists of: a patient, places, and steps that real acts will take."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Step:
    """``who`` does ``act`` at ``when`` (see ``moments.py``). ``act`` is a key of ``story_acts.ACTS``.

    ``who``: ward, municipality, health, primary_care, psychiatry, home_care, assessor (at the
    municipality's own door), or other (the unit named in ``Story.other``).
    ``unread``: nobody has read this message yet; otherwise every unit reads it when its office is open.
    """

    when: str
    who: str
    act: str
    args: dict[str, Any] = field(default_factory=dict)
    unread: bool = False


@dataclass(frozen=True)
class Story:
    """``person``: an official test person's identifier, or ``Given Family``. ``again``: comes after that story.

    ``primary_care`` empty: the unit that the person is listed at. ``area``: district inside Stockholm.
    """

    person: str
    ward: str
    municipality: str
    steps: tuple[Step, ...]
    age: int = 80
    is_woman: bool = True
    area: str = ""
    primary_care: str = ""
    other: str = ""
    again: bool = False


def step(when: str, who: str, act: str, *, unread: bool = False, **args: Any) -> Step:
    """Return a step; ``args`` are those of the act."""
    return Step(when, who, act, args, unread)
