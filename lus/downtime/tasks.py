"""Celery carries: the task reads the clock and calls the function; the rows decide."""

from celery import shared_task
from django.utils import timezone

from . import mode


@shared_task(ignore_result=True)
def keep_mode() -> None:
    mode.keep_mode(at=timezone.now())
