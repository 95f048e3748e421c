"""Utskrivningsklar efter utskrivningen (AD15), LUS 3 kap. 1 §: the notice came when the patient had left."""

from __future__ import annotations

from collections.abc import Iterator

from discharge.rules.facts import CaseFacts

from .ground import Ground, Known
from .parties import municipal, ward_at
from .time_words import minute_words


def find(facts: CaseFacts, _known: Known) -> Iterator[Ground]:
    """Yield each such notice."""
    left = facts.discharged_at
    for spell in facts.spells:
        if left is not None and spell.end != "annulled" and spell.sent_at > left:
            yield Ground(
                event_id=spell.event_id,
                code="K07.4",
                offered=municipal(facts),
                addressed=ward_at(facts, spell.sent_at),
                so_from=spell.sent_at,
                values={"at": minute_words(spell.sent_at), "left": minute_words(left)},
            )
