"""Försegling: a unit's snapshot is opened with that unit's key and no other, and for 48 hours.

Fernet (AES-128-CBC with HMAC-SHA256) carries the time of sealing inside what it authenticates, so that nobody can
make a copy younger. Needs neither Django nor the database: the ward's PC has a file and a key.
"""

import base64
from datetime import UTC, datetime, timedelta
from uuid import UUID

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

LIVES = timedelta(hours=48)


class CannotOpen(Exception):
    """The key is another unit's, or the content has been changed."""


class TooOld(CannotOpen):
    """Sealed more than 48 hours ago (or, by the clock of this computer, in the future)."""


def unit_key(main_key: str, unit_id: UUID) -> str:
    """Return the key of one unit, as text: HKDF-SHA256 of the installation's key with the unit's id."""
    derived = HKDF(algorithm=SHA256(), length=32, salt=b"lus downtime", info=unit_id.bytes)
    return base64.urlsafe_b64encode(derived.derive(main_key.encode())).decode()


def seal(content: bytes, key: str, *, at: datetime) -> bytes:
    """Return ``content`` sealed at ``at`` (aware)."""
    return Fernet(key).encrypt_at_time(content, int(at.timestamp()))


def open_sealed(sealed: bytes, key: str, *, at: datetime) -> bytes:
    """Return the content. Raises TooOld or CannotOpen."""
    try:
        box = Fernet(key)
        made_at = datetime.fromtimestamp(box.extract_timestamp(sealed), tz=UTC)
    except (InvalidToken, ValueError) as error:
        raise CannotOpen from error
    if at - made_at >= LIVES:
        raise TooOld
    try:
        return box.decrypt_at_time(sealed, int(LIVES.total_seconds()), int(at.timestamp()))
    except InvalidToken as error:
        raise TooOld from error
