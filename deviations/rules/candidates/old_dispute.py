"""Oenighet om betaldagar (AD19), LUS 5 kap.: a disputed line of the month's review has no answer after a month."""

from __future__ import annotations

from collections.abc import Iterator

from discharge.rules.facts import CaseFacts

from .ground import Ground, Known
from .local_limits import hours_of, limit_of
from .parties import municipal

KEY = "unanswered_dispute"


def find(facts: CaseFacts, _known: Known) -> Iterator[Ground]:
    """Yield each month's last dispute twice: to the ward against the municipality, and the other way."""
    units = municipal(facts)
    payer = next((unit.unit_id for unit in facts.active_units if unit.role == "municipality"), "") or next(
        iter(units), ""
    )
    for review in facts.reviews:
        dispute = review.dispute
        if dispute is None or not payer:
            continue
        due = dispute.at + limit_of(KEY, dispute.at)
        ended = min(
            (one for one in (dispute.answered_at, review.closing and review.closing.at) if one), default=None
        )
        if ended is not None and ended <= due:
            continue
        for offered, addressed in ((facts.ward_id, payer), (payer, facts.ward_id)):
            yield Ground(
                event_id=dispute.event_id,
                code="K17.1",
                offered=(offered,),
                addressed=addressed,
                so_from=due,
                values={"month": review.month, "days": hours_of(KEY, dispute.at) // 24},
                since=dispute.at,
                done_at=ended,
            )
