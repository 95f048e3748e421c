"""Who looked at whom: one append-only row for every page and answer that shows a patient."""

from django.apps import AppConfig


class AccessLogConfig(AppConfig):
    name = "lus.access_log"
