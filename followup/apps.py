"""Follow-up: surveys now; indicators and reports later, read from what all the other apps have recorded."""

from django.apps import AppConfig


class FollowupConfig(AppConfig):
    name = "followup"
    verbose_name = "Uppföljning"
