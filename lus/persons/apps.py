"""The patient: identifiers, protected identity, registered address."""

from django.apps import AppConfig


class PersonsConfig(AppConfig):
    name = "lus.persons"
