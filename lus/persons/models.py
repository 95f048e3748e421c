"""The patient's table. Identifiers are typed; the primary key says nothing about the person."""

import uuid

from django.db import models
from django.db.models import Q


class Protection(models.TextChoices):
    NONE = "none", "Inget skydd"
    SEKRETESSMARKERING = "sekretessmarkering", "Sekretessmarkering"
    SKYDDAD_FOLKBOKFORING = "skyddad_folkbokforing", "Skyddad folkbokföring"


class Person(models.Model):
    """A patient. ``identifier`` is 12 characters for national kinds; ``identifier_issuer`` only for local ones."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    identifier_kind = models.CharField(max_length=30)
    identifier = models.CharField(max_length=20)
    identifier_issuer = models.CharField(max_length=40, blank=True)
    given_name = models.CharField(max_length=80)
    family_name = models.CharField(max_length=80)
    birth_date = models.DateField(null=True, blank=True)
    protection = models.CharField(max_length=30, choices=Protection.choices, default=Protection.NONE)
    street = models.CharField(max_length=120, blank=True)
    postal_code = models.CharField(max_length=6, blank=True)
    town = models.CharField(max_length=60, blank=True)
    registered_municipality = models.CharField(max_length=4, blank=True)
    district = models.CharField(max_length=60, blank=True)
    listed_unit = models.ForeignKey(
        "organisations.Unit", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    language = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["identifier_kind", "identifier", "identifier_issuer"],
                name="one_person_per_identifier",
            ),
            models.CheckConstraint(condition=~Q(identifier=""), name="identifier_is_given"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_protected(self) -> bool:
        return self.protection != Protection.NONE
