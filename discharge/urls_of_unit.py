"""Pages of *Enheten*: how a unit is set up, for its administrator. Each section adds its address here."""

from django.urls import path

from discharge.views import routing_errors, routing_rules, unit

UNIT_PAGES = [
    path("unit/", unit.unit_page, name="unit"),
    path("unit/routing/", routing_rules.routing_rules_page, name="change_routing_rules"),
    path("unit/routing-errors/", routing_errors.routing_errors_page, name="routing_errors"),
]
