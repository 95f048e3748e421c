"""Telling units: the in-app notice and the e-mail nudge, delivered from an outbox."""

from importlib import import_module

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "lus.notifications"

    def ready(self) -> None:
        """Make the project's Celery app the one that tasks are sent through, in every process."""
        import_module("lus.celery")
