"""Once, however often it is sent: a double click and a client's second try get the first answer.

The key is inserted before the act, in the act's own transaction. A second caller waits on the unique index
until the first has committed, and then reads its answer; a refused act is rolled back together with its key.
"""

import hashlib
import json
import uuid
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from lus.refusals import InvalidInput, KeyReused

from .models import IdempotencyKey

MAX_LENGTH = 80
# What a form sends with every press and what says nothing about the act.
NOT_THE_ACT = frozenset({"csrfmiddlewaretoken", "idempotency_key"})

Body = bytes | Mapping[str, Any]


def new_key() -> str:
    """Return a key for a form that is about to be shown; it goes into a hidden field ``idempotency_key``."""
    return uuid.uuid4().hex


def once(
    owner_id: UUID, key: str, route: str, body: Body, perform: Callable[[], dict[str, Any]]
) -> tuple[dict[str, Any], bool]:
    """Return ``(result, replayed)``: ``perform()``'s result, or the stored one when ``key`` has been used.

    ``route`` names the act (view name, with the case's id); ``body`` is what was sent: bytes, or plain values
    by name. ``perform`` returns JSON values, inside this transaction. Without a key nothing is remembered.
    Raises KeyReused for another route or body; what ``perform`` raises goes on, and leaves no key.
    """
    if not key:
        with transaction.atomic():
            return perform(), False
    if len(key) > MAX_LENGTH:
        raise InvalidInput(
            f"Nyckeln får ha högst {MAX_LENGTH} tecken.", "Ladda om sidan.", field="idempotency_key"
        )
    digest = body_digest(body)
    with transaction.atomic():
        if not _claim(owner_id, key, route, digest):
            return _answer_of(owner_id, key, route, digest), True
        result = perform()
        IdempotencyKey.objects.filter(owner_id=owner_id, key=key).update(result=result)
        return result, False


def body_digest(body: Body) -> str:
    """Return the SHA-256 (hex) of what was sent, whatever the order of the fields."""
    if isinstance(body, bytes):
        return hashlib.sha256(body).hexdigest()
    fields = dict(body.lists()) if isinstance(body, MultiValueDict) else body
    kept = {name: value for name, value in fields.items() if name not in NOT_THE_ACT}
    return hashlib.sha256(json.dumps(kept, sort_keys=True, default=str).encode()).hexdigest()


def with_files(fields: MultiValueDict[str, Any], files: MultiValueDict[str, Any]) -> dict[str, Any]:
    """Return what was sent, with each file by the digest of its content: the same name may hold another file."""
    return {**dict(fields.lists()), **{name: _digest_of(file) for name, file in files.items()}}


def _digest_of(file: Any) -> str:
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


def _claim(owner_id: UUID, key: str, route: str, digest: str) -> bool:
    """Insert the key; waits for another transaction that holds it. Return whether it is ours.

    Raw SQL: Django cannot tell which rows an insert that ignores conflicts has written.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO web_idempotencykey (owner_id, key, route, body_sha256, result, created_at)"
            " VALUES (%s, %s, %s, %s, '{}', %s) ON CONFLICT (owner_id, key) DO NOTHING",
            [owner_id, key, route[:200], digest, timezone.now()],
        )
        return bool(cursor.rowcount)


def _answer_of(owner_id: UUID, key: str, route: str, digest: str) -> dict[str, Any]:
    row = IdempotencyKey.objects.get(owner_id=owner_id, key=key)
    if (row.route, row.body_sha256) != (route[:200], digest):
        raise KeyReused(
            "Samma nyckel kom redan med en annan uppgift. Inget av det nya har sparats.",
            "Ladda om sidan och gör om åtgärden.",
        )
    return dict(row.result)
