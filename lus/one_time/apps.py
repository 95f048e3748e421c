"""Engångskoder: a table of hashes, and a limit for those who guess."""

from django.apps import AppConfig


class OneTimeConfig(AppConfig):
    name = "lus.one_time"
