"""Deviations between the parties: what went wrong at a discharge, who must answer, what was learnt."""

from django.apps import AppConfig


class DeviationsConfig(AppConfig):
    name = "deviations"
    verbose_name = "Avvikelser"
