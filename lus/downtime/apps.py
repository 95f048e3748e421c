"""Reservrutin: what a unit has in hand when the system cannot be written to, or not be reached at all."""

from django.apps import AppConfig


class DowntimeConfig(AppConfig):
    name = "lus.downtime"
