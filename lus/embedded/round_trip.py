"""Send a canary through the broker to a worker and wait until it sings: exit 0, or 1 after 20 seconds of silence."""

import sys
import time
import uuid

import django


def sings(*, within_seconds: float) -> bool:
    """Tell whether a worker took the task and answered through the cache in time."""
    from django.core.cache import cache

    from lus.celery import canary

    token = uuid.uuid4().hex
    canary.apply_async((token,))
    give_up = time.monotonic() + within_seconds
    while cache.get(f"canary:{token}") is None:
        if time.monotonic() > give_up:
            return False
        time.sleep(0.02)
    return True


if __name__ == "__main__":
    django.setup()
    if not sings(within_seconds=20):
        sys.exit("No worker answered within 20 seconds.")
