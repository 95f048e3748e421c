"""Läskopior i förvar: one sealed list per unit, replaced by a newer one, gone after 48 hours.

This file knows neither cases nor patients: it gets bytes and hands them back to whoever has the key and is in time.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet

from lus.organisations.models import Unit

from .models import Snapshot
from .seal import LIVES, open_sealed, seal, unit_key

EVERY = timedelta(minutes=15)
# A list that stays true is made again all the same, so that it does not expire during an outage.
RENEWED_AFTER = timedelta(hours=12)
LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
Part = Literal["page", "pdf"]


@dataclass(frozen=True, slots=True)
class Made:
    """What a list was made of and looks like. ``digest`` is the same as long as the list says the same."""

    digest: str
    code: str
    case_count: int
    person_ids: tuple[UUID, ...]
    page: bytes
    pdf: bytes


def new_code() -> str:
    """Return the code that is printed on a list, by which its destruction is noted."""
    return "".join(secrets.choice(LETTERS) for _ in range(6))


def key_of(unit_id: UUID) -> str:
    """Return the unit's key; follows from ``DOWNTIME_KEY``."""
    return unit_key(settings.DOWNTIME_KEY, unit_id)


def due(unit_ids: QuerySet[Any, UUID], *, at: datetime, most: int) -> list[Unit]:
    """Return at most ``most`` of the units whose list has not been looked at for 15 minutes, oldest first."""
    fresh = Snapshot.objects.filter(checked_at__gt=at - EVERY).values("unit_id")
    units = Unit.objects.filter(pk__in=unit_ids).exclude(pk__in=fresh)
    seen = {row.unit_id: row.checked_at for row in Snapshot.objects.only("unit_id", "checked_at")}
    ordered = sorted(units, key=lambda unit: (unit.pk in seen, seen.get(unit.pk, at), unit.name))
    return ordered[:most]


def is_same(unit_id: UUID, digest: str, *, at: datetime) -> bool:
    """Note that the unit's list was looked at; tell whether the one in store says the same and is young enough."""
    same = Q(unit_id=unit_id, digest=digest, made_at__gt=at - RENEWED_AFTER)
    return bool(Snapshot.objects.filter(same).update(checked_at=at))


def save(unit_id: UUID, made: Made, *, at: datetime) -> Snapshot:
    """Seal what was made and put it in the place of the older one."""
    key = key_of(unit_id)
    columns = {
        "code": made.code,
        "made_at": at,
        "checked_at": at,
        "expires_at": at + LIVES,
        "digest": made.digest,
        "case_count": made.case_count,
        "person_ids": list(made.person_ids),
        "page": seal(made.page, key, at=at),
        "pdf": seal(made.pdf, key, at=at),
    }
    return Snapshot.objects.update_or_create(unit_id=unit_id, defaults=columns)[0]


def latest(unit_id: UUID | None, *, at: datetime) -> Snapshot | None:
    """Return the unit's list without its content, None when it has none that may still be opened."""
    found = Snapshot.objects.filter(unit_id=str(unit_id), expires_at__gt=at)
    return found.select_related("unit").defer("page", "pdf").first()


def sealed(snapshot: Snapshot, part: Part) -> bytes:
    """Return the sealed bytes, as they may be carried to a computer without the system."""
    return bytes(getattr(snapshot, part))


def opened(snapshot: Snapshot, part: Part, *, at: datetime) -> bytes:
    """Return the list. Raises TooOld after 48 hours, CannotOpen for another key."""
    return open_sealed(sealed(snapshot, part), key_of(snapshot.unit_id), at=at)


def sweep(*, at: datetime) -> int:
    """Delete what has expired; return how many."""
    return Snapshot.objects.filter(expires_at__lte=at).delete()[0]
