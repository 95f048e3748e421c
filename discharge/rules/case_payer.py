"""Ärendets betalande kommun, LUS 5 kap. 2 §: what a case knows of residence, asked of ``payer_on``."""

from __future__ import annotations

from datetime import date

from .facts import CaseFacts
from .payer import Payer, PayerFacts, Placement, Registration, payer_on


def case_payer(facts: CaseFacts, day: date, *, protected: bool = False) -> Payer:
    """Return the payer of one local date. ``protected``: the person has a protected identity.

    The case keeps one municipality of registration and one that has placed the patient, both without dates:
    they hold for every date until a case can tell more.
    """
    always = date.min
    registered = facts.registered_municipality
    placing = facts.placing_municipality
    return payer_on(
        PayerFacts(
            registrations=(Registration(registered, always),) if registered else (),
            placements=(Placement(placing, "enligt ärendet", always, always),) if placing else (),
            is_protected=protected,
        ),
        day,
    )
