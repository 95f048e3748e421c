"""Follow-up: indicators, reports and surveys, read from what all the other apps have recorded."""

from django.apps import AppConfig


class FollowupConfig(AppConfig):
    name = "followup"
    verbose_name = "Uppföljning"
