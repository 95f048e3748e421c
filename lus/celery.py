"""Celery carries work between processes; what is owed stands in PostgreSQL."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lus.settings")

app = Celery("lus", task_cls="lus.celery_task:PausedWhenReadOnly")
app.config_from_object("lus.celery_settings")
app.autodiscover_tasks()
app.set_default()  # in every thread: gunicorn answers in threads that did not read this module


@app.task(name="lus.canary")
def canary(token: str) -> None:
    """Answer that a worker is alive: leaves `token` in the cache for a minute, for the one who waits for it."""
    from django.core.cache import cache  # Django is not set up yet when this module is read

    cache.set(f"canary:{token}", "alive", timeout=60)
