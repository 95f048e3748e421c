"""Five wrong codes from one address, then nothing for a while: also for right codes, also for twenty at once."""

import logging
import time
from collections import Counter
from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import RequestFactory

from lus.one_time import tries
from lus.one_time.client_address import client_address
from lus.one_time.codes import issue_code, open_code
from lus.one_time.refusals import CodeNotValid, TooManyTries
from tests.factories import NOW

from .test_codes import ANSWER, END

WRONG = "BCDFG-HJKMN"
_numbers = iter(range(1, 250))


@pytest.fixture
def address() -> str:
    return f"192.0.2.{next(_numbers)}"


@pytest.fixture
def code() -> str:
    return issue_code(ANSWER, uuid4(), valid_until=END, at=NOW)


def guess(address: str, code: str = WRONG) -> str:
    try:
        open_code(code, purpose=ANSWER, address=address, at=NOW)
    except (CodeNotValid, TooManyTries) as refused:
        return type(refused).__name__
    return "opened"


def seconds_left(address: str) -> int:
    return int(cache._cache.get_client().ttl(cache.make_key(tries._key(address))))  # type: ignore[attr-defined]


@pytest.mark.django_db
def test_the_sixth_try_is_not_read_even_when_the_code_is_right(address: str, code: str) -> None:
    assert [guess(address) for _ in range(5)] == ["CodeNotValid"] * 5
    assert [guess(address), guess(address, code)] == ["TooManyTries"] * 2
    assert guess("192.0.2.254", code) == "opened"


@pytest.mark.django_db
def test_right_codes_are_not_counted_and_take_no_wrong_ones_away(address: str, code: str) -> None:
    for _ in range(4):
        assert [guess(address), guess(address, code)] == ["CodeNotValid", "opened"]
    assert [guess(address), guess(address, code)] == ["CodeNotValid", "TooManyTries"]


@pytest.mark.django_db
def test_the_lock_lasts_a_quarter_of_an_hour_from_the_fifth_and_no_try_makes_it_longer(address: str) -> None:
    guess(address)
    cache.touch(tries._key(address), 60)
    for _ in range(4):
        guess(address)
    assert 890 < seconds_left(address) <= 900
    cache.touch(tries._key(address), 60)
    assert guess(address) == "TooManyTries"
    assert seconds_left(address) <= 60


@pytest.mark.django_db
def test_afterwards_the_right_code_opens(address: str, code: str, settings) -> None:
    settings.ONE_TIME_TRIES, settings.ONE_TIME_LOCK_SECONDS = 1, 1
    assert [guess(address), guess(address, code)] == ["CodeNotValid", "TooManyTries"]
    deadline = time.monotonic() + 20
    while guess(address, code) != "opened":
        assert time.monotonic() < deadline
        time.sleep(0.1)


@pytest.mark.django_db(transaction=True)
def test_twenty_guesses_at_once_are_five_tries(address: str, code: str) -> None:
    barrier, answers = Barrier(20), Counter[str]()

    def press() -> None:
        barrier.wait()
        try:
            answers[guess(address)] += 1
        finally:
            connection.close()

    threads = [Thread(target=press) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {"CodeNotValid": 5, "TooManyTries": 15}
    assert guess(address, code) == "TooManyTries"


@pytest.mark.django_db
def test_neighbours_in_one_subscription_are_one_sender(code: str) -> None:
    assert [guess(f"2001:db8:0:7::{number}") for number in range(5)] == ["CodeNotValid"] * 5
    assert guess("2001:db8:0:7:ffff::1", code) == "TooManyTries"
    assert guess("2001:db8:0:8::1", code) == "opened"


@pytest.mark.django_db
def test_a_lock_is_logged_once_without_saying_who(address: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "lus.security")
    for _ in range(7):
        guess(address)
    levels = Counter(record.levelname for record in caplog.records if record.name == "lus.security")
    assert levels == {"INFO": 5, "WARNING": 1}
    assert f"purpose={ANSWER}" in caplog.text
    assert address not in caplog.text
    assert WRONG not in caplog.text


@pytest.mark.django_db
def test_the_cache_holds_no_address(address: str) -> None:
    guess(address)
    keys = cache._cache.get_client().keys("*one-time*")  # type: ignore[attr-defined]
    assert keys
    assert not [key for key in keys if address.encode() in key]


@pytest.mark.django_db
def test_without_the_cache_nobody_is_stopped_and_the_log_says_so(
    address: str, code: str, settings, caplog: pytest.LogCaptureFixture
) -> None:
    here = settings.CACHES["default"]
    settings.CACHES = {"default": {**here, "LOCATION": "redis://127.0.0.1:1/0"}}
    assert [guess(address) for _ in range(7)] == ["CodeNotValid"] * 7
    assert guess(address, code) == "opened"
    assert "are not counted" in caplog.text


@pytest.mark.django_db
def test_a_failure_of_ours_is_nobody_s_wrong_try(address: str, code: str) -> None:
    for _ in range(7):
        with pytest.raises(ZeroDivisionError), tries.one_try(ANSWER, address):
            raise ZeroDivisionError
    assert guess(address, code) == "opened"


def test_behind_our_proxy_the_address_is_the_one_that_it_wrote(settings) -> None:
    request = RequestFactory().get("/", headers={"x-forwarded-for": "1.1.1.1, 198.51.100.7"})
    assert client_address(request) == "127.0.0.1"  # anybody can send the header
    settings.PRODUCTION = True
    assert client_address(request) == "198.51.100.7"
    assert client_address(RequestFactory().get("/")) == "127.0.0.1"
