"""Efterregistrering: what happened earlier than it was written down keeps both times, and a reason."""

from datetime import datetime, timedelta
from typing import Any

from lus.refusals import InvalidInput

from .free_text import tidy_text

THRESHOLD = timedelta(minutes=15)  # intern rutin, not law


def late_data(happened_at: datetime | None, at: datetime, reason: str) -> dict[str, Any]:
    """Return ``{"late": {"reason": …}}`` when ``happened_at`` is more than 15 minutes before ``at``, else ``{}``.

    Raises InvalidInput when such an entry has no reason.
    """
    if happened_at is None or at - happened_at <= THRESHOLD:
        return {}
    if not reason.strip():
        raise InvalidInput(
            "Tiden ligger mer än 15 minuter bakåt, så det här blir en efterregistrering.",
            "Skriv varför det registreras i efterhand.",
            code="late-reason-missing",
            field="late_reason",
        )
    return {"late": {"reason": tidy_text(reason, "late_reason")}}
