"""Svara på enkät: one code, one answer, from nobody we know."""

from datetime import datetime

from django.db import transaction

from deviations.rules.finding import KINDS as FOUND
from deviations.rules.text_guard import Screened, screen
from followup.models import Answer
from followup.queries.asked_by_code import asked_in
from followup.queries.pool_of_code import PURPOSE, pool_of_code
from followup.rules.given_answers import GivenAnswers, faults_of
from followup.rules.quarter import week_of
from lus.one_time.codes import redeem_code
from lus.refusals import InvalidInput


class PersonInText(InvalidInput):
    """``screened``: where in the text. Never its words."""

    def __init__(self, screened: Screened) -> None:
        self.screened = screened
        what = " och ".join(FOUND[kind][1] for kind in screened.kinds)
        super().__init__(
            f"Texten ser ut att innehålla {what}.", "Ta bort det, eller lämna rutan tom.", field="text"
        )


@transaction.atomic
def answer_survey(*, code: str, given: GivenAnswers, address: str, at: datetime) -> None:
    """Use the code and keep the answer: both or neither. ``address``: as ``redeem_code`` counts it.

    Raises CodeNotValid, TooManyTries, SurveyClosed, PersonInText, InvalidInput. Whoever posts the same code at the
    same time waits for the first, and then has a code that is not valid.
    """
    pool = pool_of_code(redeem_code(code, purpose=PURPOSE, address=address, at=at), at=at)
    for fault in faults_of(given, asked_in(pool)):
        raise InvalidInput(fault.detail, fault.advice, field=fault.field)
    text = given.text.strip()
    screened = screen(text)
    if screened.findings:
        raise PersonInText(screened)
    Answer.objects.create(
        pool=pool,
        week=week_of(at),
        values=dict(given.values),
        sex=given.sex,
        age_band=given.age_band,
        text=text,
    )
