"""Celery carries: the task reads the clock and calls the function; the rows decide."""

from celery import shared_task
from django.utils import timezone

from .invitations import deliver


@shared_task(ignore_result=True)
def deliver_invitations() -> None:
    deliver.deliver_invitations(at=timezone.now())
