"""Nej, och varför: what a rule answers when a step cannot be taken."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """``detail``: what is so, ``advice``: what to do (both Swedish, no patient data).

    ``event_id``: the event that stands in the way, if any; ``field``: the input it is about, if any.
    """

    code: str
    title: str
    detail: str
    advice: str
    event_id: str | None = None
    field: str = ""
