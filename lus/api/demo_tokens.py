"""Demonycklar: issue, recognise and revoke. The key is random and long, so a plain hash is enough."""

import hashlib
import secrets
from datetime import datetime, timedelta
from uuid import UUID

from lus.organisations.actor import Actor
from lus.organisations.models import User
from lus.organisations.queries import actor_for

from .models import DemoToken

PREFIX = "demo_"
LIFETIME = timedelta(days=90)


def issue_demo_token(assignment_id: UUID, *, at: datetime) -> str:
    """Return a new key for the assignment. It is shown once: only its hash and last four characters are stored."""
    token = PREFIX + secrets.token_urlsafe(32)
    DemoToken.objects.create(
        assignment_id=assignment_id,
        token_sha256=_hash(token),
        last_four=token[-4:],
        created_at=at,
        expires_at=at + LIFETIME,
    )
    return token


def revoke_demo_token(token_id: UUID, *, at: datetime) -> None:
    """End a key at once."""
    DemoToken.objects.filter(pk=token_id, revoked_at__isnull=True).update(revoked_at=at)


def actor_of_token(token: str, *, at: datetime) -> tuple[User, Actor | None] | None:
    """Return ``(user, actor)`` of a key; no actor when key or assignment has ended; None for an unknown key."""
    row = (
        DemoToken.objects.select_related("assignment__user")
        .filter(token_sha256=_hash(token), revoked_at__isnull=True, assignment__user__is_active=True)
        .first()
    )
    if row is None:
        return None
    user = row.assignment.user
    if row.expires_at <= at:
        return user, None
    return user, actor_for(row.assignment_id, user.pk, at=at, source="api")


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
