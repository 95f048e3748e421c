"""Gallring av engångskoder, intern rutin: what ended a month ago is deleted. Nobody counts codes by their rows."""

from datetime import datetime, timedelta
from typing import Final

from .models import OneTimeCode

# Long enough to see, after a complaint, that a code had ended and was not guessed. Our own number, no law's.
KEPT_AFTER_END: Final = timedelta(days=30)
BATCH: Final = 5_000  # a wake-up has 25 seconds; the next one takes the rest


def delete_ended(*, at: datetime) -> int:
    """Delete codes whose time ran out ``KEPT_AFTER_END`` before ``at``, used or not; return how many.

    What answered is not touched: an answer does not know its code. A withdrawn code goes when its time would have
    run out. Two at once delete each row once.
    """
    ended = OneTimeCode.objects.filter(valid_until__lte=at - KEPT_AFTER_END).order_by("valid_until")
    deleted, _ = OneTimeCode.objects.filter(pk__in=ended.values("pk")[:BATCH]).delete()
    return deleted
