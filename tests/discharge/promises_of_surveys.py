"""What the database promises of surveys and one-time codes, each broken behind the acts' back."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from followup.actions.standing_round import pool_of, published
from followup.models import CodePool, SurveyRound, SurveyTemplate
from lus.one_time.models import OneTimeCode

from .actions.life import Life


def a_round(life: Life, *, days: int = 9) -> SurveyRound:
    template = published("sip_person", at=life.at)
    ends = life.at + timedelta(days=days)
    return SurveyRound.objects.create(
        template=template, kind="sip_person", quarter="2026-Q1", opened_at=life.at, closes_at=ends
    )


def a_round_twice(life: Life) -> None:
    a_round(life)
    a_round(life)


def a_pool_twice(life: Life) -> None:
    assert life.ward.unit_id
    pool = pool_of("sip_person", life.ward.unit_id, at=life.at)
    CodePool.objects.create(round=pool.round, unit_id=pool.unit_id)


def a_version_twice(life: Life) -> None:
    row = published("sip_person", at=life.at)
    SurveyTemplate.objects.create(
        kind=row.kind, version=row.version, language=row.language, content={}, published_at=life.at
    )


def a_code_that_never_holds(life: Life) -> None:
    OneTimeCode.objects.create(
        purpose="survey",
        subject_id=life.case.pk,
        code_hash="0" * 64,
        valid_from=life.at,
        valid_until=life.at - timedelta(days=1),
    )


PROMISES_OF_SURVEYS: dict[str, Callable[[Life], Any]] = {
    "a_round_closes_after_it_opens": lambda life: a_round(life, days=-1),
    "one_round_per_kind_and_quarter": a_round_twice,
    "one_pool_per_round_and_unit": a_pool_twice,
    "a_survey_version_is_published_once": a_version_twice,
    "a_code_ends_after_it_begins": a_code_that_never_holds,
}
