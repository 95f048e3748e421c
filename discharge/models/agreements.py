"""Agreements on payment as dated rows, and the amounts per day. A published version never changes."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value


class AgreementRow(models.Model):
    """Överenskommelse. ``terms`` holds the record of ``rules/agreements.py`` as JSON; columns only what is searched.

    ``municipalities``: ``*`` for the whole county, else municipality codes joined by ``|``.
    ``in_use``: days are counted by it (money only from its ``payment_active_from``). Periods of rows in use for the
    same region, municipalities and care form cannot overlap.
    """

    key = models.CharField(max_length=60)
    version = models.PositiveSmallIntegerField(default=1)
    region_code = models.CharField(max_length=4)
    municipalities = models.CharField(max_length=200, default="*")
    care_form = models.CharField(max_length=30)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    in_use = models.BooleanField(default=False)
    is_practice = models.BooleanField(default=False)
    terms = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "version"], name="one_row_per_agreement_version"),
            ExclusionConstraint(
                name="agreements_in_use_do_not_overlap",
                expressions=[
                    ("region_code", RangeOperators.EQUAL),
                    ("municipalities", RangeOperators.EQUAL),
                    ("care_form", RangeOperators.EQUAL),
                    (
                        Func(
                            F("valid_from"),
                            F("valid_to"),
                            Value("[]"),
                            function="DATERANGE",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(in_use=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} v{self.version}"


class AgreementProposal(models.Model):
    """Förslag om aktivering: what one principal's person has proposed and another principal's may approve.

    ``closed_at`` None: open. It is closed when it is approved, or when somebody proposes another day instead.
    """

    row = models.ForeignKey(AgreementRow, models.PROTECT, related_name="proposals")
    payment_active_from = models.DateField()
    user_id = models.UUIDField()
    principal_id = models.UUIDField()
    name = models.CharField(max_length=310)
    principal_name = models.CharField(max_length=100)
    proposed_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["row"],
                condition=Q(closed_at__isnull=True),
                name="one_open_proposal_per_agreement_version",
            )
        ]

    def __str__(self) -> str:
        return f"{self.row_id} {self.payment_active_from}"


class LiabilityAmount(models.Model):
    """Kronor per day of a year. Counts only when ``verified_by`` is set; a missing row blocks the money."""

    source = models.CharField(max_length=60)
    year = models.PositiveSmallIntegerField()
    amount_sek = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    regulation = models.CharField(max_length=120, blank=True)
    trust = models.CharField(max_length=20)
    verified_by = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "year"], name="one_amount_per_source_and_year"),
            models.CheckConstraint(
                condition=Q(amount_sek__isnull=True) | Q(amount_sek__gt=0), name="an_amount_is_never_zero"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.year}"
