"""Gäller samtycket?, LUS 4 kap. 2 §: given, for how long, by all who must give it. One that has run out is none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from lus.swedish_time import local_date

from .facts_of_consents import Consent, Consents

Said = Literal["unknown", "given", "refused", "withdrawn", "split"]
# What a stored yes or no has become on a day.
State = Literal["unknown", "given", "refused", "withdrawn", "split", "expired"]


@dataclass(frozen=True, slots=True)
class Standing:
    """How one kind stands on a day. ``until``: its last day, None when it has none; ``answers``: of each voice."""

    state: State
    answers: tuple[Consent, ...] = ()
    until: date | None = None

    @property
    def in_force(self) -> bool:
        """Whether it lets anybody do anything."""
        return self.state == "given"

    @property
    def none_since(self) -> date | None:
        """The first day without it, when it has run out."""
        return self.until + timedelta(days=1) if self.state == "expired" and self.until else None


def said_of(consents: Consents, kind: str) -> Said:
    """Return what has been said of the kind, whatever day it is. ``split``: the guardians do not agree."""
    answers = consents.about(kind)
    states = {one.state for one in answers}
    if not states:
        return "unknown"
    if states == {"given"}:
        return "given"
    if "given" in states:
        return "split"
    return "withdrawn" if max(answers, key=lambda one: one.at).state == "withdrawn" else "refused"


def consent_standing(consents: Consents, kind: str, at: datetime | None) -> Standing:
    """Return how the kind stands at ``at``. Every guardian who was asked must agree; the first end ends it.

    ``at`` None: as it was said, whatever the day.
    """
    answers, said = consents.about(kind), said_of(consents, kind)
    until = min((one.valid_until for one in answers if one.valid_until is not None), default=None)
    if said != "given":
        return Standing(said, answers)
    if at is not None and until is not None and local_date(at) > until:
        return Standing("expired", answers, until)
    return Standing("given", answers, until)


def coordination_in_force(consents: Consents, at: datetime | None) -> bool:
    """Menprövning klar: whether units may meet although the person cannot take a stand. Until the review day."""
    test = consents.harm_test
    if test is None or test.outcome not in ("no_harm", "provision"):
        return False
    return at is None or test.review_on is None or local_date(at) <= test.review_on
