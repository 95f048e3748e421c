"""Stående omgång: the round of a kind and a quarter, and a unit's pool in it, made when first asked for."""

from datetime import datetime
from uuid import UUID

from followup.models import CodePool, SurveyRound, SurveyTemplate
from followup.rules.quarter import quarter_of
from followup.rules.questionnaire import questionnaire


def pool_of(kind: str, unit_id: UUID, *, at: datetime) -> CodePool:
    """Return the unit's pool of ``kind`` in the quarter of ``at``. Opens the round with the newest questions.

    Two at once get the same row: the second waits on the unique index.
    """
    quarter = quarter_of(at)
    found = CodePool.objects.filter(round__kind=kind, round__quarter=str(quarter), unit_id=unit_id)
    pool = found.select_related("round").first()
    if pool is not None:
        return pool
    opened, _ = SurveyRound.objects.get_or_create(
        kind=kind,
        quarter=str(quarter),
        defaults={
            "template": published(kind, at=at),
            "opened_at": at,
            "closes_at": quarter.closes_at,
        },
    )
    return CodePool.objects.get_or_create(round=opened, unit_id=unit_id)[0]


def published(kind: str, *, at: datetime) -> SurveyTemplate:
    """Return the newest version of ``kind``, published now if it has not been before."""
    newest = questionnaire(kind)
    row, _ = SurveyTemplate.objects.get_or_create(
        kind=kind,
        version=newest.version,
        language=newest.language,
        defaults={"content": newest.as_stored(), "published_at": at},
    )
    return row
