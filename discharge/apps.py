"""The case: 2, 3 and 5 kap. LUS, from the admission notice to home."""

from django.apps import AppConfig


class DischargeConfig(AppConfig):
    name = "discharge"
    verbose_name = "Utskrivning"
