"""Vilka tal som får visas: none from which a group of fewer than five answers can be told or worked out.

Small cells hidden is not enough: 10 in all and 6 in one quarter say that 4 answered in the other. A whole is a tree
(the year, its kinds of respondents, their quarters). A quarter that is shown stays shown, so it is the whole that
gives way: it is shown only when what is hidden in it is at least five answers together, or nothing.

Why nobody can work out more: the shown quarters, and the hidden rest of each shown whole, are groups without common
answers, and every figure shown is a sum of some of them. So is everything that can be reckoned from the figures, and
each of the groups has five answers or more.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

# SIP handbook: results from five answers per cell.
FEWEST: Final = 5


@dataclass(frozen=True, slots=True)
class Part:
    """``n``: answers in a part that has no ``parts`` of its own; else it follows from them. ``key``: unique."""

    key: str
    n: int = 0
    parts: tuple[Part, ...] = ()

    @property
    def answers(self) -> int:
        return sum(part.answers for part in self.parts) if self.parts else self.n


def shown_keys(whole: Part) -> frozenset[str]:
    """Return the keys of the parts, ``whole`` among them, whose figures may be shown together."""
    shown: set[str] = set()
    _hidden_in(whole, shown)
    return frozenset(shown)


def shown_in_year(whole: Part, *, year_is_over: bool) -> frozenset[str]:
    """Return the same of a year, whose leaves are closed quarters.

    Of a year that is not over only the quarters: what they leave room for is known when all have closed.
    """
    shown = shown_keys(whole)
    return shown if year_is_over else shown & _leaves(whole)


def _leaves(part: Part) -> frozenset[str]:
    if not part.parts:
        return frozenset({part.key})
    return frozenset().union(*(_leaves(one) for one in part.parts))


def _hidden_in(part: Part, shown: set[str]) -> int | None:
    """Add what may be shown of ``part``; return the answers left hidden in it, None when nothing is hidden."""
    if not part.parts:
        rest: int | None = None if part.n >= FEWEST else part.n
    else:
        left = [hidden for one in part.parts if (hidden := _hidden_in(one, shown)) is not None]
        rest = sum(left) if left else None
        if rest is not None and rest >= FEWEST:
            rest = None
    if rest is None:
        shown.add(part.key)
    return rest
