"""A key is used once: by two threads at the same time, by a second press, and never by a refused act."""

from threading import Barrier, Thread
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.http import QueryDict

from lus.refusals import AlreadyDone, InvalidInput, KeyReused
from lus.web.idempotency import body_digest, once
from lus.web.models import IdempotencyKey

OWNER = UUID(int=1)


def perform_counting(done: list[int]) -> dict[str, Any]:
    done.append(1)
    return {"done": len(done)}


@pytest.mark.django_db
def test_a_second_press_gets_the_first_answer() -> None:
    done: list[int] = []
    first = once(OWNER, "k", "act", {"a": 1}, lambda: perform_counting(done))
    second = once(OWNER, "k", "act", {"a": 1}, lambda: perform_counting(done))
    assert (first, second, done) == (({"done": 1}, False), ({"done": 1}, True), [1])


@pytest.mark.django_db
def test_keys_of_different_owners_never_meet() -> None:
    done: list[int] = []
    for owner in (UUID(int=1), UUID(int=2)):
        once(owner, "k", "act", {}, lambda: perform_counting(done))
    assert done == [1, 1]


@pytest.mark.django_db
@pytest.mark.parametrize(("route", "body"), [("other", {"a": 1}), ("act", {"a": 2})])
def test_the_same_key_with_something_else_is_refused(route: str, body: dict[str, Any]) -> None:
    once(OWNER, "k", "act", {"a": 1}, dict)
    with pytest.raises(KeyReused):
        once(OWNER, "k", route, body, dict)


@pytest.mark.django_db
def test_a_refused_act_leaves_no_key_and_can_be_tried_again() -> None:
    def refuse() -> dict[str, Any]:
        raise AlreadyDone("nej")

    with pytest.raises(AlreadyDone):
        once(OWNER, "k", "act", {}, refuse)
    assert once(OWNER, "k", "act", {}, lambda: {"ok": True}) == ({"ok": True}, False)


@pytest.mark.django_db
def test_no_key_remembers_nothing_and_a_long_key_is_refused() -> None:
    assert once(OWNER, "", "act", {}, lambda: {"n": 1}) == ({"n": 1}, False)
    assert not IdempotencyKey.objects.exists()
    with pytest.raises(InvalidInput):
        once(OWNER, "x" * 81, "act", {}, dict)


def test_the_token_and_the_key_itself_are_not_part_of_what_was_sent() -> None:
    pressed = QueryDict("csrfmiddlewaretoken=a&idempotency_key=k&needs=x&needs=y")
    again = QueryDict("csrfmiddlewaretoken=b&idempotency_key=k&needs=x&needs=y")
    assert body_digest(pressed) == body_digest(again) != body_digest(QueryDict("needs=y"))


@pytest.mark.django_db(transaction=True)
def test_two_threads_with_one_key_do_the_act_once() -> None:
    key, done, answers, start = uuid4().hex, [], [], Barrier(2)  # type: tuple[str, list[int], list[Any], Barrier]

    def press() -> None:
        start.wait()
        try:
            answers.append(once(OWNER, key, "act", {"a": 1}, lambda: _slowly(done)))
        finally:
            connection.close()

    threads = [Thread(target=press) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert done == [1]
    assert sorted(replayed for _, replayed in answers) == [False, True]
    assert [result for result, _ in answers] == [{"done": 1}, {"done": 1}]


def _slowly(done: list[int]) -> dict[str, Any]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(0.2)")
    return perform_counting(done)
