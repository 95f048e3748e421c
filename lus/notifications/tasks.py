"""Celery carries: the task reads the clock and calls the function; the rows decide. A queue for each outside system."""

from celery import shared_task
from django.utils import timezone

from .deliver import deliver_due
from .models import Channel


@shared_task(ignore_result=True)
def deliver_outbox() -> None:
    deliver_due(at=timezone.now(), channel=Channel.EMAIL)


@shared_task(ignore_result=True)
def deliver_sms() -> None:
    deliver_due(at=timezone.now(), channel=Channel.SMS)
