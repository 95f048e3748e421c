"""Celery carries: the task reads the clock and calls the function; the rows decide."""

from celery import shared_task
from django.utils import timezone

from .deliver import deliver_due


@shared_task(ignore_result=True)
def deliver_outbox() -> None:
    deliver_due(at=timezone.now())
