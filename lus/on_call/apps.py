"""LUSen-jour: who can be reached for a municipality when its ordinary reception is closed."""

from django.apps import AppConfig


class OnCallConfig(AppConfig):
    name = "lus.on_call"
