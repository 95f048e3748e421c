"""Who sits at a stream: the session, its assignment, and the units whose cases it may see.

Asked for many sessions at once, so that a thousand open streams cost three statements each time they are checked.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.utils.crypto import constant_time_compare

from lus.organisations.models import User
from lus.organisations.watches import Watch, watches
from lus.web.actor_middleware import ASSIGNMENT
from lus.web.session_limits import is_over


@dataclass(frozen=True, slots=True)
class Viewer:
    """A signed-in browser. Equal as long as the same person works in the same assignment at the same units."""

    session_key: str
    user_id: UUID
    assignment_id: UUID
    unit_ids: frozenset[UUID]


def viewers_of(session_keys: Collection[str], *, at: datetime) -> dict[str, Viewer]:
    """Return ``{session key: viewer}`` for those that are signed in at ``at`` and may see cases."""
    rows = Session.objects.filter(session_key__in=list(session_keys), expire_date__gt=at)
    sessions = {row.session_key: SessionStore().decode(row.session_data) for row in rows}
    alive = {key: data for key, data in sessions.items() if _is_complete(data) and not is_over(data, now=at)}
    users = User.objects.filter(is_active=True).in_bulk({UUID(data[SESSION_KEY]) for data in alive.values()})
    found = watches({UUID(data[ASSIGNMENT]) for data in alive.values()}, at=at)
    seated = {key: _viewer(key, data, users, found) for key, data in alive.items()}
    return {key: viewer for key, viewer in seated.items() if viewer is not None}


def _is_complete(data: dict[str, Any]) -> bool:
    return bool(data.get(SESSION_KEY) and data.get(ASSIGNMENT))


def _viewer(
    key: str, data: dict[str, Any], users: dict[UUID, User], found: dict[UUID, Watch]
) -> Viewer | None:
    user, watch = users.get(UUID(data[SESSION_KEY])), found.get(UUID(data[ASSIGNMENT]))
    if user is None or watch is None or watch.user_id != user.pk:
        return None
    # A changed password ends every session of the user; Django says it by this hash.
    if not constant_time_compare(data.get(HASH_SESSION_KEY, ""), user.get_session_auth_hash()):
        return None
    return Viewer(key, user.pk, UUID(data[ASSIGNMENT]), watch.unit_ids)
