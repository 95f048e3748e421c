"""What each unit owes, with or without a clock, and the sweep that notices a clock that ran out."""

from django.apps import AppConfig


class DeadlinesConfig(AppConfig):
    name = "lus.deadlines"
