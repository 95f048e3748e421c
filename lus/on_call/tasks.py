"""Celery carries: the task reads the clock and calls the function; the rows decide."""

from celery import shared_task
from django.utils import timezone

from . import note_holes as noting


@shared_task(ignore_result=True)
def note_holes() -> None:
    noting.note_holes(at=timezone.now())
