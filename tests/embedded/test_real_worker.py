"""The worker that other tests rely on takes tasks from its own queue and works on the test database."""

import time
import uuid

import pytest
from django.core.cache import cache

from lus.celery import canary


@pytest.mark.django_db(transaction=True)
def test_a_task_travels_through_the_broker_to_the_worker(worker: str) -> None:
    token = uuid.uuid4().hex
    canary.apply_async((token,))
    give_up = time.monotonic() + 10
    while cache.get(f"canary:{token}") is None and time.monotonic() < give_up:
        time.sleep(0.02)
    assert cache.get(f"canary:{token}") == "alive"
