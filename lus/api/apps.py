"""What all of the REST answers share: who asks, what is allowed, how a refusal looks."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "lus.api"
