"""Engångskod: give out, open, use up, withdraw. The code is returned once and stored nowhere in clear.

An act that may be done again until the code ends, such as changing one's answer, opens it; one that may be done once,
such as answering a survey, redeems it. Only a hash with the server's key is stored: who has a copy of the database
cannot try codes against it, and who changes SECRET_KEY makes every code that is out invalid.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils.crypto import salted_hmac

from .letters import new_code, read_code, shown
from .models import OneTimeCode
from .refusals import CodeNotValid
from .tries import one_try


@dataclass(frozen=True, slots=True)
class Code:
    """A code that holds. ``subject_id``: what it opens; ``valid_until``: aware, exclusive."""

    code_id: UUID
    purpose: str
    subject_id: UUID
    valid_until: datetime


def issue_code(
    purpose: str, subject_id: UUID, *, valid_until: datetime, at: datetime, valid_from: datetime | None = None
) -> str:
    """Return a new code for ``subject_id``, ``BCDFG-HJKMN``, to be shown or printed once.

    It holds from ``valid_from`` (``at`` when not given) until ``valid_until``. Codes given out before stay valid.
    Raises ValueError when it would never hold.
    """
    begins = valid_from or at
    if valid_until <= max(begins, at):
        raise ValueError("the code would never hold")
    code = new_code()
    OneTimeCode.objects.create(
        purpose=purpose,
        subject_id=subject_id,
        code_hash=_hash(purpose, code),
        valid_from=begins,
        valid_until=valid_until,
    )
    return shown(code)


def open_code(typed: str, *, purpose: str, address: str, at: datetime) -> Code:
    """Return what the code is for, and leave it valid. Raises CodeNotValid, TooManyTries.

    ``address``: the client's, from ``client_address``; it is counted and never stored.
    """
    with one_try(purpose, address):
        found = _valid(typed, purpose, at).first()
        if found is None:
            raise CodeNotValid
        return _as_code(found)


def redeem_code(typed: str, *, purpose: str, address: str, at: datetime) -> Code:
    """Use the code up and return what it was for. Raises CodeNotValid, TooManyTries.

    Of any number at the same time one succeeds. Belongs in the act's transaction: what is rolled back is not used.
    """
    with one_try(purpose, address):
        found = _valid(typed, purpose, at).first()
        if found is None or not _valid(typed, purpose, at).update(is_used=True):
            raise CodeNotValid
        return _as_code(found)


def withdraw_codes(purpose: str, subject_id: UUID, *, at: datetime) -> int:
    """End every code of ``subject_id`` for ``purpose``; return how many still held."""
    return _out(purpose, subject_id, at).update(withdrawn_at=at)


def extend_codes(purpose: str, subject_id: UUID, *, valid_until: datetime, at: datetime) -> int:
    """Let the codes that hold end at ``valid_until`` instead, because a meeting was moved; return how many.

    Raises ValueError for an end that has passed: that is ``withdraw_codes``.
    """
    if valid_until <= at:
        raise ValueError("the codes would end before now")
    return _out(purpose, subject_id, at).filter(valid_from__lt=valid_until).update(valid_until=valid_until)


def _valid(typed: str, purpose: str, at: datetime) -> QuerySet[OneTimeCode]:
    code = read_code(typed)
    if code is None:
        return OneTimeCode.objects.none()
    holds = OneTimeCode.objects.filter(
        is_used=False, withdrawn_at=None, valid_from__lte=at, valid_until__gt=at
    )
    return holds.filter(code_hash=_hash(purpose, code))


def _out(purpose: str, subject_id: UUID, at: datetime) -> QuerySet[OneTimeCode]:
    """The codes that hold or will hold."""
    out = OneTimeCode.objects.filter(purpose=purpose, subject_id=subject_id, valid_until__gt=at)
    return out.filter(is_used=False, withdrawn_at=None)


def _hash(purpose: str, code: str) -> str:
    """Return what is stored. The purpose is part of it, so that a code opens nothing else than it was made for."""
    return salted_hmac("lus.one_time.code", f"{purpose}:{code}", algorithm="sha256").hexdigest()


def _as_code(row: OneTimeCode) -> Code:
    return Code(row.pk, row.purpose, row.subject_id, row.valid_until)
