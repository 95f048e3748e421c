"""Tables of the routing rules: dated rows, and one row for each time somebody changed them."""

import uuid

from django.db import models
from django.db.models import F, Q


class Route(models.TextChoices):
    """Which question a list of rules answers."""

    MUNICIPALITY = "municipality", "Från avdelningen till kommunen"
    FORWARD = "forward", "Vidare inom kommunen"
    PSYCHIATRY = "psychiatry", "Från avdelningen till psykiatrisk öppenvård"


class RoutingChange(models.Model):
    """Who changed a list of rules, when, and from which day it holds. A mistake is undone by a new change."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    principal = models.ForeignKey("organisations.Principal", models.PROTECT, related_name="+")
    municipality_code = models.CharField(max_length=4)
    route = models.CharField(max_length=20, choices=Route.choices)
    valid_from = models.DateField()
    user_id = models.UUIDField(null=True)
    name = models.CharField(max_length=120)
    unit_name = models.CharField(max_length=120, blank=True)
    changed_at = models.DateTimeField()
    dry_run = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return f"{self.route} {self.municipality_code} {self.valid_from}"


class RoutingRule(models.Model):
    """Routingregel: who gets a case, for whom the conditions hold. An empty condition holds for everybody.

    ``valid_to`` is exclusive; equal to ``valid_from`` for a row that another change replaced before it came in force.
    ``service`` (a service the person has already) is only ever asked inside the municipality (PDL 2 kap. 8 §).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    principal = models.ForeignKey("organisations.Principal", models.PROTECT, related_name="+")
    municipality_code = models.CharField(max_length=4)
    route = models.CharField(max_length=20, choices=Route.choices)
    order = models.PositiveSmallIntegerField()
    ages = models.CharField(max_length=5, blank=True)
    district = models.CharField(max_length=60, blank=True)
    service = models.CharField(max_length=30, blank=True)
    care_form = models.CharField(max_length=30, blank=True)
    legal_status = models.CharField(max_length=10, blank=True)
    need = models.CharField(max_length=30, blank=True)
    target = models.ForeignKey("organisations.Unit", models.PROTECT, related_name="+")
    note = models.CharField(max_length=200, blank=True)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    added_by = models.ForeignKey(RoutingChange, models.PROTECT, null=True, related_name="added")
    ended_by = models.ForeignKey(RoutingChange, models.PROTECT, null=True, related_name="ended")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="a_routing_rule_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(service="") | Q(route="forward"),
                name="services_are_asked_inside_the_municipality",
            ),
        ]
        indexes = [models.Index(fields=["municipality_code", "route", "valid_from"])]

    def __str__(self) -> str:
        return f"{self.route} {self.municipality_code} {self.order}"
