"""Allt som en detektor hittar i ett ärende, och när det finns något nytt att se.

Nothing here asks what time it is: a ground tells from when it is so, and the same events give the same answer.
"""

from __future__ import annotations

from collections.abc import Iterator

from discharge.rules.facts import CaseFacts

from .detectors import DETECTORS
from .ground import Ground, Known


def find_grounds(facts: CaseFacts, known: Known) -> Iterator[tuple[str, Ground]]:
    """Yield ``(detector, ground)``. A case outside the act, or entered in error, has none (LUS 1 kap. 1 §)."""
    if facts.admitted_at is None or facts.entered_in_error_at or facts.scope.is_outside:
        return
    for detector, row in DETECTORS.items():
        for ground in row.rule(facts, known):
            yield detector, ground
