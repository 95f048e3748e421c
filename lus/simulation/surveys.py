"""Enkäter efter SIP i det påhittade länet: codes and answers of the last quarters, by the real acts of their time."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from random import Random

from django.db import transaction

from followup.actions.answer_survey import answer_survey
from followup.actions.draw_survey_codes import draw_survey_codes
from followup.rules.given_answers import GivenAnswers, Value
from followup.rules.quarter import Quarter, quarter_of
from followup.rules.questionnaire import DONT_KNOW, KINDS, questionnaire
from lus.organisations.actor import Actor
from lus.organisations.roles import Role
from lus.swedish_time import local_midnight

from .accounts import PRIMARY_CARE, RECEPTION, actor_at
from .county_plan import CountyPlan

QUARTERS = 8  # before the running one
GIVEN_OUT = {"sip_person": (9, 16), "sip_child": (2, 9), "sip_relative": (5, 12)}
ANSWERED = 0.6
UNKNOWN, SKIPPED = 0.05, 0.03
# How often each step is chosen, the lowest first.
AGREE, FACES = (1, 2, 4, 9, 7), (1, 3, 7)


def answer_past_surveys(
    plan: CountyPlan, *, now: datetime, seed: int, progress: Callable[[str], None]
) -> None:
    """Let two units give out codes in each of the last quarters and in this one, and most of them be answered."""
    draws, sent = Random(seed), 0
    units = ((PRIMARY_CARE, Role.PRIMARY_CARE_COORDINATOR), (RECEPTION, Role.NEEDS_ASSESSOR))
    with transaction.atomic():
        for name, role in units:
            actor = actor_at(plan.named(name).id, role)
            for at in (*_middles(now), now - timedelta(days=1)):
                sent += sum(_one_quarter(actor, kind, at, draws) for kind in KINDS)
    progress(f"{sent} answers to surveys")


def _middles(now: datetime) -> Iterator[datetime]:
    """Yield a working hour in the middle of each of the last quarters, the oldest first."""
    quarters, one = [], quarter_of(now)
    for _ in range(QUARTERS):
        one = Quarter(one.year, one.number - 1) if one.number > 1 else Quarter(one.year - 1, 4)
        quarters.append(one)
    for one in reversed(quarters):
        yield local_midnight(one.last_day - timedelta(days=45)) + timedelta(hours=10)


def _one_quarter(actor: Actor, kind: str, at: datetime, draws: Random) -> int:
    codes = draw_survey_codes(actor=actor, at=at, kind=kind, count=draws.randint(*GIVEN_OUT[kind])).codes
    used = [code for code in codes if draws.random() < ANSWERED]
    for code in used:
        answer_survey(code=code, given=GivenAnswers(_values(kind, draws)), address="", at=at)
    return len(used)


def _values(kind: str, draws: Random) -> dict[str, Value]:
    asked = questionnaire(kind)
    weights = AGREE if asked.scale == "agree" else FACES
    found: dict[str, Value] = {}
    for item in asked.items:
        chance = draws.random()
        if chance < UNKNOWN:
            found[item.id] = DONT_KNOW
        elif chance > UNKNOWN + SKIPPED:
            found[item.id] = draws.choices(range(1, len(weights) + 1), weights)[0]
    return found or {asked.items[0].id: DONT_KNOW}
