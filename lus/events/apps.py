"""The record: append-only, ordered events, their reactions and the change cursor."""

from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "lus.events"
