"""Enkäter: templates, rounds, pools and answers. None of these knows of a person, a case, a plan or an account.

The codes themselves are rows of ``lus/one_time``, whose subject is the pool. A code's row and an answer have nothing
else in common, and neither tells when it was made.
"""

import uuid

import pgtrigger
from django.db import models
from django.db.models import Q

from lus.organisations.models import Unit


class SurveyTemplate(models.Model):
    """Enkätmall: one published version of a kind's questions. Published once, never changed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=20)
    version = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=5)
    content = models.JSONField()
    published_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "version", "language"], name="a_survey_version_is_published_once"
            )
        ]
        triggers = [
            pgtrigger.Protect(name="published_is_fixed", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.version}"


class SurveyRound(models.Model):
    """Enkätomgång: one kind in one quarter ("2026-Q1"), with the questions it opened with until it closes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    template = models.ForeignKey(SurveyTemplate, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    quarter = models.CharField(max_length=7)
    opened_at = models.DateTimeField()
    closes_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "quarter"], name="one_round_per_kind_and_quarter"),
            models.CheckConstraint(
                condition=Q(closes_at__gt=models.F("opened_at")), name="a_round_closes_after_it_opens"
            ),
        ]
        triggers = [pgtrigger.Protect(name="open_is_fixed", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.kind} {self.quarter}"


class CodePool(models.Model):
    """Kodpott: what one unit gives out in one round. Its codes have the pool's id as their subject.

    ``drawn``: how many, ever; the codes themselves are deleted when they have ended.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    round = models.ForeignKey(SurveyRound, models.PROTECT, related_name="pools")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    drawn = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "unit"], name="one_pool_per_round_and_unit")]

    def __str__(self) -> str:
        return f"{self.round_id} {self.unit_id}"


class Answer(models.Model):
    """Svar: ``values`` item → step or "dont_know". ``week``: ISO, of the Swedish day. Key without order or time.

    The text may be erased, should somebody be in it after all; the rest stands.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    pool = models.ForeignKey(CodePool, models.PROTECT, related_name="answers")
    week = models.CharField(max_length=8)
    values = models.JSONField()
    sex = models.CharField(max_length=10, blank=True)
    age_band = models.CharField(max_length=10, blank=True)
    text = models.TextField(blank=True)

    class Meta:
        triggers = [
            pgtrigger.ReadOnly(
                name="answer_is_fixed", fields=["id", "pool", "week", "values", "sex", "age_band"]
            ),
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.week
