"""Spärr mot gissning: five wrong codes from one address, then nothing for a quarter of an hour.

Counted in Valkey by a keyed hash of the address, and ended by Valkey's own clock: a limit that is lost at a restart
harms nobody. A try takes its number before the code is looked up and gives it back when the code was right, so that
no burst of requests gets more tries than one that waits. A right code takes away no wrong tries: whoever has a code
would otherwise guess for ever. Without Valkey nobody is stopped, and the log says so.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.core.cache import cache
from django.utils.crypto import salted_hmac
from redis.exceptions import RedisError

from .refusals import CodeNotValid, TooManyTries

logger = logging.getLogger("lus.security")
IPV6_PREFIX = 64  # what one subscriber has: each could otherwise take a new address for each guess


@contextmanager
def one_try(purpose: str, address: str) -> Iterator[None]:
    """Count what is done inside as one try from ``address``. Raises TooManyTries; passes CodeNotValid on."""
    key = _key(address)
    number = _take(key)
    if number > settings.ONE_TIME_TRIES:
        _give_back(key)
        raise TooManyTries
    try:
        yield
    except CodeNotValid:
        logger.info("a one-time code was refused: purpose=%s", purpose)
        if number == settings.ONE_TIME_TRIES:
            _lock(key, purpose)
        raise
    except BaseException:
        _give_back(key)
        raise
    _give_back(key)


def _key(address: str) -> str:
    return (
        f"one-time:{salted_hmac('lus.one_time.address', _network(address), algorithm='sha256').hexdigest()}"
    )


def _network(address: str) -> str:
    """Return what counts as one sender; everything that is no address counts as the same."""
    try:
        ip = ip_address(address)
    except ValueError:
        return "none"
    return str(ip) if ip.version == 4 else str(ip_network((ip, IPV6_PREFIX), strict=False))


def _take(key: str) -> int:
    """Return the number of this try among those that are not forgotten; 0 when nobody counts."""
    try:
        cache.add(key, 0, timeout=settings.ONE_TIME_LOCK_SECONDS)
        return int(cache.incr(key))
    except ValueError:  # forgotten between the two
        return 1
    except (RedisError, OSError):
        logger.warning("tries of one-time codes are not counted: the cache does not answer")
        return 0


def _give_back(key: str) -> None:
    try:
        cache.decr(key)
    except (ValueError, RedisError, OSError):  # forgotten meanwhile, or never counted
        return


def _lock(key: str, purpose: str) -> None:
    """Make the number stand for the whole lock from now on."""
    seconds = settings.ONE_TIME_LOCK_SECONDS
    logger.warning("guessing of one-time codes was stopped for %s s: purpose=%s", seconds, purpose)
    try:
        cache.touch(key, seconds)
    except (RedisError, OSError):
        return
