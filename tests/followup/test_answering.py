"""Codes and answers: each code once, nothing that leads to a person, and a text that names nobody."""

from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest
from django.db import InternalError, connection, transaction
from django.test import Client

from followup.actions.answer_survey import PersonInText, answer_survey
from followup.actions.draw_survey_codes import draw_survey_codes
from followup.models import Answer, CodePool, SurveyRound, SurveyTemplate
from followup.queries.pool_of_code import SurveyClosed
from followup.rules.given_answers import GivenAnswers
from followup.rules.quarter import Quarter
from lus.one_time.models import OneTimeCode
from lus.one_time.refusals import CodeNotValid, TooManyTries
from lus.organisations.actor import Actor, NotPermitted
from lus.organisations.models import UnitKind
from lus.organisations.roles import Role
from lus.refusals import InvalidInput
from tests.discharge.actions.test_races import at_once
from tests.factories import NOW, a_unit, an_actor, signed_in

from .people import draw

pytestmark = pytest.mark.django_db
GIVEN = GivenAnswers({"P1": 5, "P2": "dont_know"}, sex="woman", age_band="80-", text="Alla lyssnade.")

_addresses = iter(f"198.18.{number // 250}.{number % 250}" for number in range(9999))


def answer(code: str, given: GivenAnswers = GIVEN, *, at: datetime = NOW) -> None:
    """Answer from a place of one's own: nobody else's wrong codes count."""
    answer_survey(code=code, given=given, address=next(_addresses), at=at)


@pytest.fixture
def clinic() -> Actor:
    return an_actor(a_unit("Vårdcentralen Solen", UnitKind.PRIMARY_CARE), Role.CARE_CONTACT)


def test_a_code_gives_one_answer_of_a_unit_and_a_quarter(clinic: Actor) -> None:
    (code,) = draw(clinic, at=NOW)
    assert len(code.replace("-", "")) == 10
    answer(f" {code.lower().replace('-', '')} ")
    row = Answer.objects.select_related("pool__round").get()
    assert (row.pool.unit_id, row.pool.round.quarter, row.pool.round.kind) == (
        clinic.unit_id,
        "2026-Q1",
        "sip_person",
    )
    assert (row.week, row.values, row.sex, row.age_band) == ("2026-W10", dict(GIVEN.values), "woman", "80-")
    for typed in (code, "ABCDE-FGHJK", ""):
        with pytest.raises(CodeNotValid):
            answer(typed)
    assert Answer.objects.count() == 1


@pytest.mark.parametrize(("kind", "count"), [("sip_person", 0), ("sip_person", 51), ("staff", 1)])
def test_what_cannot_be_drawn_is_refused(clinic: Actor, kind: str, count: int) -> None:
    with pytest.raises(InvalidInput):
        draw(clinic, at=NOW, kind=kind, count=count)
    assert not SurveyRound.objects.exists()


def test_who_sees_no_cases_draws_nothing() -> None:
    admin = an_actor(a_unit("Avd 9"), Role.UNIT_ADMIN)
    with pytest.raises(NotPermitted):
        draw(admin, at=NOW)


def test_units_share_the_round_and_have_pools_of_their_own(clinic: Actor) -> None:
    ward = an_actor(a_unit("Avd 9"), Role.WARD_STAFF)
    for who, kind in (
        (clinic, "sip_person"),
        (clinic, "sip_person"),
        (ward, "sip_person"),
        (ward, "sip_child"),
    ):
        draw(who, at=NOW, kind=kind, count=3)
    assert (SurveyRound.objects.count(), CodePool.objects.count(), OneTimeCode.objects.count()) == (2, 3, 12)


def test_a_code_is_taken_until_thirty_days_after_its_quarter(clinic: Actor) -> None:
    first, second = draw(clinic, at=NOW, count=2)
    closes = Quarter(2026, 1).closes_at
    answer(first, at=closes - timedelta(seconds=1))
    with pytest.raises(SurveyClosed, match="survey-closed") as said:
        answer(second, at=closes)
    assert said.value.detail == "Enkäten stängde 2026-04-30."
    assert Answer.objects.count() == 1


@pytest.mark.parametrize(
    "text", ["Ring 070-123 45 67.", "Jag heter Anna Åberg.", "Mitt nummer är 900602-2397.", "anna@exempel.se"]
)
def test_a_text_with_a_person_in_it_is_not_kept_and_the_code_is_still_good(clinic: Actor, text: str) -> None:
    (code,) = draw(clinic, at=NOW)
    with pytest.raises(PersonInText) as said:
        answer(code, GivenAnswers({"P1": 5}, text=text))
    assert text not in f"{said.value.detail} {said.value.advice}"
    assert not Answer.objects.exists()
    answer(code)


def test_an_answer_that_cannot_be_leaves_the_code_good(clinic: Actor) -> None:
    (code,) = draw(clinic, at=NOW)
    with pytest.raises(InvalidInput):
        answer(code, GivenAnswers({"P1": 7}))
    assert not OneTimeCode.objects.filter(is_used=True).exists()


@pytest.mark.django_db(transaction=True)
def test_twenty_at_the_same_moment_leave_one_answer(clinic: Actor) -> None:
    (code,) = draw(clinic, at=NOW)
    said = at_once(*[partial(answer, code) for _ in range(20)])
    assert sum(one is None for one in said) == 1
    assert sum(isinstance(one, CodeNotValid) for one in said) == 19
    assert Answer.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_twenty_from_one_place_leave_one_answer_too(clinic: Actor, no_tries_yet: None) -> None:
    (code,) = draw(clinic, at=NOW)
    same = partial(answer_survey, code=code, given=GIVEN, address="198.51.100.20", at=NOW)
    said = at_once(*[same] * 20)
    assert sum(one is None for one in said) == 1
    assert sum(isinstance(one, CodeNotValid | TooManyTries) for one in said) == 19
    assert Answer.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_who_draw_first_share_the_round(clinic: Actor) -> None:
    act = partial(draw_survey_codes, actor=clinic, at=NOW, kind="sip_person", count=2)
    assert [one for one in at_once(act, act, act) if isinstance(one, Exception)] == []
    assert (SurveyRound.objects.count(), CodePool.objects.count(), OneTimeCode.objects.count()) == (1, 1, 6)


def dumped() -> str:
    """Every row of every table, as a dump would hold it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        tables = [name for (name,) in cursor.fetchall()]
        rows = []
        for name in tables:
            cursor.execute(f'SELECT row_to_json(t)::text FROM "{name}" t')
            rows += [f"{name} {row}" for (row,) in cursor.fetchall()]
    return "\n".join(rows)


def test_no_table_and_no_log_leads_from_an_answer_to_anybody(clinic: Actor, caplog: Any) -> None:
    caplog.set_level("DEBUG")
    page = signed_in(clinic).post(
        "/follow-up/surveys/codes/", {"kind": "sip_person", "count": "1", "idempotency_key": "k1"}
    )
    code = page.context["letters"][0]["code"]
    before = set(dumped().splitlines())
    visitor = Client(REMOTE_ADDR="203.0.113.77", HTTP_USER_AGENT="Zztelefon")
    visitor.post("/enkat/", {"code": code})
    sent = visitor.post("/enkat/svar/", {"code": code, "P1": "5"})
    assert sent["Location"] == "/enkat/tack/"
    assert not visitor.cookies
    everything = f"{dumped()}\n{caplog.text}"
    for word in (code, code.replace("-", ""), "203.0.113.77", "Zztelefon"):
        assert word not in everything
    new = set(dumped().splitlines()) - before
    assert sorted(row.partition(" ")[0] for row in new) == ["followup_answer", "one_time_onetimecode"]
    (answer,) = (row for row in new if row.startswith("followup_answer"))
    (used,) = (row for row in new if row.startswith("one_time_onetimecode"))
    assert '"is_used":true' in used
    assert str(NOW.date()) not in used  # its times are the quarter's
    columns = {field.name for field in Answer._meta.get_fields()}
    assert columns == {"id", "pool", "week", "values", "sex", "age_band", "text"}
    for secret in (clinic.user_id, clinic.assignment_id, clinic.unit_id):
        assert str(secret) not in answer + used
    assert ":" not in Answer.objects.get().week


@pytest.mark.parametrize(
    "break_it",
    [
        lambda: SurveyTemplate.objects.update(content={}),
        lambda: SurveyTemplate.objects.all()._raw_delete("default"),
        lambda: SurveyRound.objects.update(closes_at=NOW + timedelta(days=999)),
        lambda: Answer.objects.update(values={}),
        lambda: Answer.objects.update(week="2026-W11"),
        lambda: Answer.objects.all()._raw_delete("default"),
    ],
)
def test_the_database_keeps_what_was_asked_and_answered(clinic: Actor, break_it: Any) -> None:
    (code,) = draw(clinic, at=NOW)
    answer(code)
    with pytest.raises(InternalError), transaction.atomic():
        break_it()


def test_a_text_with_somebody_in_it_after_all_can_be_erased(clinic: Actor) -> None:
    (code,) = draw(clinic, at=NOW)
    answer(code)
    Answer.objects.update(text="")
    assert Answer.objects.get().values == dict(GIVEN.values)
