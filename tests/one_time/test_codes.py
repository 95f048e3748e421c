"""A one-time code opens what it was made for, in its time, and can be read out of no copy of the database."""

import logging
from datetime import timedelta
from threading import Barrier, Thread
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from lus.one_time.codes import Code, extend_codes, issue_code, open_code, redeem_code, withdraw_codes
from lus.one_time.letters import LENGTH, LETTERS, new_code, read_code, shown
from lus.one_time.models import OneTimeCode
from lus.one_time.refusals import CodeNotValid
from tests.factories import NOW

ANSWER = "test_answer"
END = NOW + timedelta(days=3)
HOUR = timedelta(hours=1)
_addresses = iter(f"198.51.100.{number}" for number in range(1, 255))


@pytest.fixture
def address() -> str:
    return next(_addresses)  # nobody else's tries count


def issued(subject_id: UUID | None = None, **more: Any) -> str:
    return issue_code(ANSWER, subject_id or uuid4(), **{"valid_until": END, "at": NOW, **more})


def everything_stored() -> str:
    """Every row of every table, as text."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        cursor.execute(" UNION ALL ".join(f'SELECT t::text FROM "{table}" t' for table in tables))
        return "\n".join(row for (row,) in cursor.fetchall())


def test_a_code_has_ten_characters_that_are_not_taken_for_one_another() -> None:
    assert set(LETTERS) & set("01OILAEUY") == set()
    codes = {new_code() for _ in range(500)}
    assert len(codes) == 500
    assert {len(code) for code in codes} == {LENGTH}
    assert set("".join(codes)) == set(LETTERS)


@given(
    st.lists(st.sampled_from(LETTERS), min_size=LENGTH, max_size=LENGTH).map("".join),
    st.sampled_from(["", "-", " ", " - ", "\u2011", "–"]),
    st.booleans(),
)
def test_a_code_is_read_however_it_is_typed(code: str, between: str, lower: bool) -> None:
    typed = f" {code[:5]}{between}{code[5:]} "
    assert read_code(typed.lower() if lower else typed) == code
    assert read_code(shown(code)) == code


@pytest.mark.parametrize(
    "typed", ["", "BCDFG-HJKM", "BCDFG-HJKMNP", "BCDFG-HJKM0", "' OR 1=1 --", "\x00" * 10, "Ä" * 10]
)
def test_what_can_be_no_code_is_none(typed: str) -> None:
    assert read_code(typed) is None


@pytest.mark.django_db
def test_a_code_opens_its_subject_as_often_as_one_likes(address: str) -> None:
    subject_id = uuid4()
    code = issued(subject_id)
    found = [open_code(code.lower(), purpose=ANSWER, address=address, at=NOW) for _ in range(12)]
    assert set(found) == {Code(OneTimeCode.objects.get().pk, ANSWER, subject_id, END)}


@pytest.mark.django_db
def test_a_code_is_redeemed_once_and_then_opens_nothing(address: str) -> None:
    code = issued()
    redeem_code(code, purpose=ANSWER, address=address, at=NOW)
    for again in (redeem_code, open_code):
        with pytest.raises(CodeNotValid):
            again(code, purpose=ANSWER, address=address, at=NOW)


@pytest.mark.django_db
def test_an_act_that_is_refused_has_not_used_the_code(address: str) -> None:
    code = issued()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        redeem_code(code, purpose=ANSWER, address=address, at=NOW)
        raise ZeroDivisionError
    assert redeem_code(code, purpose=ANSWER, address=address, at=NOW)


@pytest.mark.django_db
def test_a_code_holds_from_its_first_instant_until_just_before_its_last(address: str) -> None:
    code = issued(valid_from=NOW + HOUR)
    for at in (NOW + HOUR, END - timedelta(microseconds=1)):
        assert open_code(code, purpose=ANSWER, address=address, at=at)
    for at in (NOW, END):
        with pytest.raises(CodeNotValid):
            open_code(code, purpose=ANSWER, address=address, at=at)


@pytest.mark.django_db
def test_a_code_that_would_never_hold_is_not_made() -> None:
    never: list[dict[str, Any]] = [
        {"valid_until": NOW},
        {"valid_until": NOW + HOUR, "valid_from": NOW + HOUR},
    ]
    for wrong in never:
        with pytest.raises(ValueError, match="never hold"):
            issued(**wrong)
    assert not OneTimeCode.objects.exists()


@pytest.mark.django_db
def test_wrong_used_early_late_withdrawn_and_for_something_else_are_the_same_answer(
    address: str, settings
) -> None:
    settings.ONE_TIME_TRIES = 50
    subject_id = uuid4()
    used, withdrawn = issued(), issued(subject_id)
    redeem_code(used, purpose=ANSWER, address=address, at=NOW)
    withdraw_codes(ANSWER, subject_id, at=NOW)
    tries = [
        ("BCDFG-HJKMN", ANSWER, NOW),
        ("", ANSWER, NOW),
        (used, ANSWER, NOW),
        (withdrawn, ANSWER, NOW),
        (issued(), ANSWER, END),
        (issued(valid_from=END - HOUR), ANSWER, NOW),
        (issued(), "something_else", NOW),
    ]
    answers = []
    for code, purpose, at in tries:
        with pytest.raises(CodeNotValid) as refused:
            open_code(code, purpose=purpose, address=address, at=at)
        answers.append(vars(refused.value) | {"status": refused.value.status})
    assert answers == [answers[0]] * len(tries)
    assert answers[0]["status"] == 404


@pytest.mark.django_db
def test_withdrawing_ends_one_subject_s_codes_for_one_purpose(address: str) -> None:
    subject_id = uuid4()
    mine, other = issued(subject_id), issued()
    elsewhere = issue_code("something_else", subject_id, valid_until=END, at=NOW)
    assert withdraw_codes(ANSWER, subject_id, at=NOW) == 1
    assert withdraw_codes(ANSWER, subject_id, at=NOW) == 0
    with pytest.raises(CodeNotValid):
        open_code(mine, purpose=ANSWER, address=address, at=NOW)
    assert open_code(other, purpose=ANSWER, address=address, at=NOW)
    assert open_code(elsewhere, purpose="something_else", address=address, at=NOW)


@pytest.mark.django_db
def test_a_moved_meeting_moves_the_end_but_wakes_no_code_that_has_ended(address: str) -> None:
    subject_id = uuid4()
    ended = issued(subject_id, valid_until=NOW + HOUR)
    code, at = issued(subject_id), NOW + 2 * HOUR
    assert extend_codes(ANSWER, subject_id, valid_until=END + HOUR, at=at) == 1
    assert open_code(code, purpose=ANSWER, address=address, at=END).valid_until == END + HOUR
    with pytest.raises(CodeNotValid):
        open_code(ended, purpose=ANSWER, address=address, at=at)
    with pytest.raises(ValueError, match="before now"):
        extend_codes(ANSWER, subject_id, valid_until=at, at=at)


@pytest.mark.django_db(transaction=True)
def test_of_twenty_who_use_the_same_code_at_once_one_succeeds() -> None:
    code, barrier = issued(), Barrier(20)
    answers: list[str] = []

    def press(number: int) -> None:
        barrier.wait()
        try:
            redeem_code(code, purpose=ANSWER, address=f"203.0.113.{number}", at=NOW)
            answers.append("done")
        except CodeNotValid as refused:
            answers.append(refused.detail)
        finally:
            connection.close()

    threads = [Thread(target=press, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == sorted(["done"] + [CodeNotValid().detail] * 19)


@pytest.mark.django_db
def test_no_copy_of_the_database_and_no_log_line_holds_a_code_or_an_address(
    address: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    code, wrong = issued(), "BCDFG-HJKMN"
    open_code(code, purpose=ANSWER, address=address, at=NOW)
    with pytest.raises(CodeNotValid):
        open_code(wrong, purpose=ANSWER, address=address, at=NOW)
    redeem_code(code, purpose=ANSWER, address=address, at=NOW)
    copy = everything_stored()
    assert OneTimeCode.objects.get().code_hash in copy
    for secret in (code, code.replace("-", ""), wrong, address):
        assert secret not in copy
        assert secret not in caplog.text
    assert f"refused: purpose={ANSWER}" in caplog.text


@pytest.mark.django_db
def test_another_server_s_key_opens_nothing(address: str, settings) -> None:
    code = issued()
    settings.SECRET_KEY = "z" * 60
    with pytest.raises(CodeNotValid):
        open_code(code, purpose=ANSWER, address=address, at=NOW)
