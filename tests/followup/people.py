"""A unit's codes and the answers to them, by the real acts."""

from datetime import datetime
from typing import Any

from followup.actions.answer_survey import answer_survey
from followup.actions.draw_survey_codes import draw_survey_codes
from followup.rules.given_answers import GivenAnswers
from followup.rules.questionnaire import questionnaire
from lus.organisations.actor import Actor


def draw(actor: Actor, *, at: datetime, kind: str = "sip_person", count: int = 1) -> tuple[str, ...]:
    return draw_survey_codes(actor=actor, at=at, kind=kind, count=count).codes


def answered(
    actor: Actor, *steps: int, at: datetime, kind: str = "sip_person", unused: int = 0, **more: Any
) -> None:
    """Draw a code for each step and answer every item with it; ``unused``: codes that nobody answers with."""
    items = questionnaire(kind).items
    codes = draw(actor, at=at, kind=kind, count=len(steps) + unused)
    for code, step in zip(codes, steps, strict=False):
        given = GivenAnswers({item.id: step for item in items}, **more)
        answer_survey(code=code, given=given, address="", at=at)
