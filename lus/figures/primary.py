"""Små tal, OSL 24 kap. 8 §: which count or share may not be shown as it stands. k and zero_min are intern rutin."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """``k``: fewer are hidden. ``zero_min``: a base below which none, or all, would tell of each one."""

    k: int = 5
    zero_min: int = 100


COUNTS = Limits()
SHARES = Limits(zero_min=20)


def hides_count(count: int, base: int, limits: Limits = COUNTS) -> bool:
    """Whether a count by itself tells too much."""
    return 1 <= count < limits.k or (count == 0 and base < limits.zero_min)


def hides_share(part: int, whole: int, limits: Limits = SHARES) -> bool:
    """Whether ``part`` of ``whole``, as a share or a mean, tells too much of some of them."""
    few = 1 <= part < limits.k or 1 <= whole - part < limits.k
    same = part in (0, whole) and whole < limits.zero_min
    return whole < limits.k or few or same
