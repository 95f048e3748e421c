"""Wake the worker after commit. Best effort: the sweep does the same a few seconds later without it."""

import logging

from django.conf import settings

logger = logging.getLogger(__name__)


def wake_delivery() -> None:
    """Ask Celery to deliver now. A dead broker costs seconds, never a fact and never the act."""
    if not settings.LUS_WAKE_WORKER:
        return
    from .tasks import deliver_outbox

    try:
        deliver_outbox.apply_async(retry=False, expires=30)
    except Exception:
        logger.warning("the broker could not be reached; the sweep will deliver")
