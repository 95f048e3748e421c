"""Pages of *Enheten*: how a unit is set up, for its administrator. Each section adds its address here."""

from django.urls import path

from discharge.views import routing_errors, routing_rules, unit, unit_settings

UNIT_PAGES = [
    path("unit/", unit.unit_page, name="unit"),
    path("unit/opening-hours/", unit_settings.opening_hours, name="opening_hours"),
    path("unit/notifications/", unit_settings.notification_settings, name="notification_settings"),
    path("unit/escalation/", unit_settings.escalation, name="escalation"),
    path("unit/video/", unit_settings.video_hosts, name="video_hosts"),
    path("unit/routing/", routing_rules.routing_rules_page, name="change_routing_rules"),
    path("unit/routing-errors/", routing_errors.routing_errors_page, name="routing_errors"),
]
