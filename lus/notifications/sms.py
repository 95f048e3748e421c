"""Sms-växel: the text goes through whatever the environment names; console, a file, or an operator over HTTP.

The text is fixed and holds no personal data. A time-out cannot be decided, and is never sent again.
"""

import json
import logging
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from django.conf import settings

from .leased import Undecided

logger = logging.getLogger(__name__)


class NotSent(OSError):
    """The gateway did not take it: it may be tried again."""


def send_sms(row_id: UUID, number: str, text: str) -> None:
    """Send ``text`` to ``number``. ``row_id`` lets an operator that knows keys refuse a second copy."""
    GATEWAYS[settings.SMS_GATEWAY](row_id, number, text)


def _console(row_id: UUID, number: str, text: str) -> None:
    logger.info("sms", extra={"outbox": str(row_id)})


def _file(row_id: UUID, number: str, text: str) -> None:
    folder = Path(settings.SMS_FILE_PATH)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{row_id}.txt").write_text(f"{number}\n{text}\n")


def _http(row_id: UUID, number: str, text: str) -> None:
    body = json.dumps({"from": settings.SMS_SENDER, "to": number, "message": text}).encode()
    headers = {
        "Content-Type": "application/json",
        "Authorization": f"Bearer {settings.SMS_TOKEN}",
        "Idempotency-Key": str(row_id),
    }
    asked = urllib.request.Request(settings.SMS_URL, data=body, headers=headers, method="POST")
    try:
        with urllib.request.urlopen(asked, timeout=settings.SMS_TIMEOUT_SECONDS):
            return
    except urllib.error.HTTPError as error:
        raise NotSent(f"HTTP {error.code}") from error
    except TimeoutError as error:
        raise Undecided("TimeoutError") from error
    except urllib.error.URLError as error:
        if isinstance(error.reason, ConnectionRefusedError):
            raise NotSent("ConnectionRefusedError") from error
        raise Undecided(type(error.reason).__name__) from error


GATEWAYS: dict[str, Callable[[UUID, str, str], None]] = {"console": _console, "file": _file, "http": _http}
