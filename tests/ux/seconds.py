"""How long a practised person needs: the keystroke-level model, and what the machine took, measured.

Source of the model and its operators: Card, Moran and Newell, *The keystroke-level model for user performance time
with interactive systems*, Communications of the ACM 23 (1980). It is an estimate of hands and eyes, not a test with
people; the goals of `screens.md` §20 are to be tried with at least five in each role.
"""

from dataclasses import dataclass

POINT, PRESS, KEY, THINK = 1.1, 0.2, 0.28, 1.35  # seconds; KEY for an average typist


@dataclass(frozen=True)
class Effort:
    """``clicks`` and ``keys`` of one task, and ``machine``: seconds that one waited for pages."""

    clicks: int
    keys: int
    machine: float

    @property
    def seconds(self) -> float:
        """Return the estimate: a thought before each press (the model's rule 0), hands and machine."""
        hands = self.clicks * (POINT + PRESS) + self.keys * KEY
        return THINK * max(1, self.clicks) + hands + self.machine
