"""What all pages share: parts for htmx, answers to problems, health, session limits, the request log."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "lus.web"
