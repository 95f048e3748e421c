"""Celery carries: the task reads the clock and calls the function; the rows decide."""

from celery import shared_task
from django.utils import timezone

from . import sweep


@shared_task(ignore_result=True)
def sweep_due() -> None:
    sweep.sweep_due(at=timezone.now())
