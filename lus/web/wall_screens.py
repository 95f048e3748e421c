"""Väggskärm: a screen of its own, let in by a short code, that shows one unit's board without names for half a day.

The code is shown once to somebody who is signed in, and typed on the screen within ten minutes. It is exchanged for a
key that only the screen's browser holds. Neither stands in an address, and the tables hold their hashes. The screen
sees what its maker's assignment sees, and ends with it.
"""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from lus.organisations.actor import Actor
from lus.organisations.watches import watches

from .models import WallScreen

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # without those that look alike on a wall
CODE_LENGTH = 8
CODE_LIVES = timedelta(minutes=10)
SCREEN_LIVES = timedelta(hours=12)


def make_code(maker: Actor, *, at: datetime) -> str:
    """Let one screen in: return the code, which is stored nowhere in clear."""
    assert maker.assignment_id
    assert maker.user_id
    assert maker.unit_id
    code = "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))
    WallScreen.objects.create(
        assignment_id=maker.assignment_id,
        user_id=maker.user_id,
        unit_id=maker.unit_id,
        code_hash=_hash(code),
        code_ends_at=at + CODE_LIVES,
        ends_at=at + SCREEN_LIVES,
    )
    return code


def open_screen(code: str, *, at: datetime) -> str:
    """Exchange a code for the screen's key; empty when the code is unknown, used or too old."""
    typed = code.upper().replace("-", "").replace(" ", "")
    key = secrets.token_urlsafe(32)
    unused = WallScreen.objects.filter(code_hash=_hash(typed), code_ends_at__gt=at, key_hash="")
    return key if unused.update(key_hash=_hash(key)) else ""


def units_of_screen(key: str, *, at: datetime) -> tuple[UUID, frozenset[UUID]] | None:
    """Return the screen's unit and the units whose cases it shows, or None when it has ended."""
    if not key:
        return None
    screen = WallScreen.objects.filter(key_hash=_hash(key), ends_at__gt=at).first()
    watch = watches([screen.assignment_id], at=at).get(screen.assignment_id) if screen else None
    return (screen.unit_id, watch.unit_ids) if screen and watch else None


def screens_of(viewer: Actor, *, at: datetime) -> list[WallScreen]:
    """Return the unit's screens that are on, the newest first."""
    on = WallScreen.objects.filter(unit_id=str(viewer.unit_id), ends_at__gt=at).exclude(key_hash="")
    return list(on.order_by("-ends_at"))


def end_screens(viewer: Actor, *, at: datetime) -> int:
    """End every screen and unused code of the unit; return how many."""
    return WallScreen.objects.filter(unit_id=str(viewer.unit_id), ends_at__gt=at).update(
        ends_at=at, code_ends_at=at
    )


def _hash(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
