"""The one reader of the feed for all streams, and the one who asks whether they may stay.

The table is asked four times a second: one look at the end of an index. No bell is needed, so nothing is lost when
Redis is away, and no connection listens, so a pooler may stand between.
"""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from django.db import Error, connection
from django.utils import timezone

from discharge.queries.live_feed import live_changes, newest_of_each
from lus.events.queries import newest_position

from .hub import Hub
from .viewers import viewers_of

SECONDS_BETWEEN_LOOKS = 0.25
SECONDS_BETWEEN_CHECKS = 10
SECONDS_AFTER_AN_ERROR = 2
BATCH = 500

logger = logging.getLogger(__name__)
P = ParamSpec("P")
T = TypeVar("T")
# One connection each: a thousand browsers that come back at once never hold up those that are already here.
_of_reader = ThreadPoolExecutor(1, "reader")
_of_doors = ThreadPoolExecutor(2, "door")


async def asked_by_reader(question: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Ask the database on the reader's own connection."""
    return await asyncio.get_running_loop().run_in_executor(
        _of_reader, lambda: _ask(question, *args, **kwargs)
    )


async def asked_at_the_door(question: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Ask the database for a browser that comes in."""
    return await asyncio.get_running_loop().run_in_executor(
        _of_doors, lambda: _ask(question, *args, **kwargs)
    )


def _ask(question: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    try:
        return question(*args, **kwargs)
    except Error:
        connection.close()  # the next question opens a new one
        raise


async def follow(hub: Hub) -> None:
    """Hand what is new to the hub, for ever; a database that is away is asked again."""
    position: int | None = None
    while True:
        try:
            if position is None:
                position = await asked_by_reader(newest_position)
            changes = await asked_by_reader(live_changes, position, BATCH)
        except Error as why:
            logger.warning("the feed could not be read: %s", type(why).__name__)
            await asyncio.sleep(SECONDS_AFTER_AN_ERROR)
            continue
        if changes:
            position = changes[-1].position
            hub.publish(newest_of_each(changes))
        if len(changes) < BATCH:
            await asyncio.sleep(SECONDS_BETWEEN_LOOKS)


async def guard(hub: Hub) -> None:
    """End the streams of sessions and assignments that have ended, for ever."""
    while True:
        await asyncio.sleep(SECONDS_BETWEEN_CHECKS)
        asked = list(hub.streams)
        try:
            keys = {stream.viewer.session_key for stream in asked}
            valid = await asked_by_reader(viewers_of, keys, at=timezone.now()) if keys else {}
        except Error as why:
            logger.warning("the sessions could not be read: %s", type(why).__name__)
            continue
        hub.keep_only(valid, [stream for stream in asked if stream in hub.streams])
