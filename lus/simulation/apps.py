"""The invented county: real place names, invented people, for the demo, practice and load."""

from django.apps import AppConfig


class SimulationConfig(AppConfig):
    name = "lus.simulation"
