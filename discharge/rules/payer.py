"""Betalande kommun, LUS 5 kap. 2 §: who compensates the region for one liable day.

The municipality of registration (*folkbokföring*) on that date, unless another has decided that the person lives
in yet another (SoL 8:4, 8:11, 26:1): then the one that decided pays. Unit and district never change the payer.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Because = Literal["registered", "placing", "payer_unknown"]


@dataclass(frozen=True, slots=True)
class Registration:
    """Registered in the kommun (code) from a local date until the next registration."""

    municipality_code: str
    valid_from: date


@dataclass(frozen=True, slots=True)
class Placement:
    """A recorded decision by a kommun that the person lives elsewhere; local dates, ``valid_to`` inclusive."""

    municipality_code: str
    legal_basis: str
    decided_at: date
    valid_from: date
    valid_to: date | None = None

    def holds(self, day: date) -> bool:
        in_force = self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)
        return bool(self.legal_basis.strip()) and in_force


@dataclass(frozen=True, slots=True)
class PayerFacts:
    """What is known of residence. ``is_protected``: protected identity, its municipality is not ours to use."""

    registrations: tuple[Registration, ...] = ()
    placements: tuple[Placement, ...] = ()
    is_protected: bool = False


@dataclass(frozen=True, slots=True)
class Payer:
    """``municipality_code`` None means unknown: the money of the day is blocked. ``reason`` is Swedish."""

    municipality_code: str | None
    because: Because
    reason: str


def payer_on(facts: PayerFacts, day: date) -> Payer:
    """The payer of one local date. Of several placements in force the latest decided one counts."""
    if facts.is_protected:
        return _unknown("Betalande kommun kan inte visas. Hantera ärendet manuellt enligt rutin.")
    placements = [placement for placement in facts.placements if placement.holds(day)]
    if placements:
        placing = max(placements, key=lambda placement: (placement.decided_at, placement.valid_from))
        return Payer(
            placing.municipality_code,
            "placing",
            f"Kommunen som beslutade om boendet betalar ({placing.legal_basis}, LUS 5:2).",
        )
    registered = [entry for entry in facts.registrations if entry.valid_from <= day]
    if not registered:
        return _unknown("Folkbokföringskommunen är inte känd. Kontrollera folkbokföringen.")
    latest = max(registered, key=lambda entry: entry.valid_from)
    return Payer(latest.municipality_code, "registered", "Folkbokföringskommunen betalar (LUS 5:2).")


def _unknown(reason: str) -> Payer:
    return Payer(None, "payer_unknown", reason)
