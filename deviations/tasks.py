"""Celery carries: the task reads the clock and calls the function; the rows decide."""

from celery import shared_task
from django.utils import timezone

from .actions.sweep_candidates import look_again


@shared_task(ignore_result=True)
def sweep_candidates() -> None:
    look_again(at=timezone.now())
