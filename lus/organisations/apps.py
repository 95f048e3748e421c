"""Organisations: principals, the unit tree, users, assignments, roles and opening hours."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "lus.organisations"
