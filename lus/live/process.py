"""The live process: `uvicorn lus.live.process:application`. Answers `/live/` and `/live/ping`, nothing else.

It shows no patient: a stream carries case ids and versions, and the page asks for its rows through the ordinary door.
"""

import asyncio
import os
from collections.abc import Awaitable, Callable, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lus.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.db import Error  # noqa: E402
from django.utils import timezone  # noqa: E402

from .hub import Full, Hub  # noqa: E402
from .reader import asked_at_the_door, follow, guard  # noqa: E402
from .stream import answer, last_seen, send_stream  # noqa: E402
from .viewers import Viewer, viewers_of  # noqa: E402

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

hub = Hub()
_lasting: list[asyncio.Task[None]] = []


async def application(scope: Message, receive: Receive, send: Send) -> None:
    """Answer one request, or start and stop with the server."""
    if scope["type"] == "lifespan":
        await _lifespan(receive, send)
    elif scope["type"] == "http":
        await _request(scope, receive, send)


async def _lifespan(receive: Receive, send: Send) -> None:
    await receive()
    _lasting[:] = [asyncio.create_task(follow(hub)), asyncio.create_task(guard(hub))]
    await send({"type": "lifespan.startup.complete"})
    await receive()
    for task in _lasting:
        task.cancel()
    await send({"type": "lifespan.shutdown.complete"})


async def _request(scope: Message, receive: Receive, send: Send) -> None:
    headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
    if scope["method"] not in ("GET", "HEAD"):
        await answer(send, 405)
    elif scope["path"] == "/live/ping":
        await answer(send, 200 if _lasting and not any(task.done() for task in _lasting) else 503)
    elif scope["path"] == "/live/" and scope["method"] == "GET":
        await _live(scope, headers, receive, send)
    else:
        await answer(send, 404)


async def _live(scope: Message, headers: dict[str, str], receive: Receive, send: Send) -> None:
    origin = _origin(headers)
    try:
        viewer = await _viewer(headers)
        if viewer is None:
            await answer(send, 401, origin)
            return
        stream = hub.join(viewer)  # first join, then look back: nothing falls between
    except (Full, Error):
        await answer(send, 503, origin)
        return
    try:
        await send_stream(stream, last_seen(headers, scope["query_string"]), origin, receive, send)
    finally:
        hub.leave(stream)


async def _viewer(headers: dict[str, str]) -> Viewer | None:
    try:
        cookie = SimpleCookie(headers.get("cookie", "")).get(settings.SESSION_COOKIE_NAME)
    except CookieError:
        return None
    if cookie is None or not cookie.value:
        return None
    found = await asked_at_the_door(viewers_of, [cookie.value], at=timezone.now())
    return found.get(cookie.value)


def _origin(headers: dict[str, str]) -> str:
    """The page's origin, when the stream has a port of its own (the demo) and the page is of the same host."""
    origin, host = headers.get("origin", ""), headers.get("host", "").rpartition(":")[0]
    return origin if settings.LIVE_PORT and origin.split("://")[-1].rpartition(":")[0] == host else ""
