"""Celery carries: the task reads the clock and calls the function; the rows decide."""

from celery import shared_task
from django.utils import timezone

from . import delete_ended as deleting


@shared_task(ignore_result=True)
def delete_ended() -> None:
    deleting.delete_ended(at=timezone.now())
