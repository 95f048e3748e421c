"""Celery carries: the task reads the clock and calls the act; the rows decide."""

from celery import shared_task
from django.utils import timezone

from discharge.actions import make_weekend_list as making
from discharge.downtime import make_snapshots as copying


@shared_task(ignore_result=True)
def make_weekend_list() -> None:
    making.make_weekend_list(at=timezone.now())


@shared_task(ignore_result=True)
def make_snapshots() -> None:
    copying.make_snapshots(at=timezone.now())
