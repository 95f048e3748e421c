"""One stream as bytes (text/event-stream): what was missed, what happens, a heartbeat, and the word it ends with."""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import parse_qs

from django.db import Error

from discharge.queries.live_feed import LiveChange, live_changes, newest_of_each
from lus.events.queries import newest_position

from .hub import Stream
from .reader import asked_at_the_door

HEARTBEAT_SECONDS = 20
LONGEST_GAP = 2_000  # changes; who missed more fetches everything again
RETRY_MILLISECONDS = 3_000

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


def last_seen(headers: dict[str, str], query: bytes) -> int | None:
    """Return the position that the browser has come to: it says so itself when it comes back, or in ``after``."""
    said = headers.get("last-event-id") or parse_qs(query.decode("latin-1")).get("after", [""])[0]
    return int(said) if said.isascii() and said.isdigit() and len(said) < 19 else None


async def answer(send: Send, status: int, origin: str = "") -> None:
    """Answer without a body."""
    headers = [(b"content-length", b"0"), *_headers(origin)]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


async def send_stream(stream: Stream, after: int | None, origin: str, receive: Receive, send: Send) -> None:
    """Send ``stream`` until it ends or the browser goes away."""
    headers = [(b"content-type", b"text/event-stream"), (b"x-accel-buffering", b"no"), *_headers(origin)]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    gone = asyncio.create_task(_until_gone(stream, receive))
    try:
        await _say(send, f"retry: {RETRY_MILLISECONDS}\n\n")
        seen = await _look_back(stream, after, send)
        await _go_on(stream, seen, send)
    except Error:
        pass  # the stream ends; the browser comes back by itself
    finally:
        gone.cancel()
    await send({"type": "http.response.body", "body": b""})


async def _look_back(stream: Stream, after: int | None, send: Send) -> int:
    """Send what came after ``after``, or say that everything must be fetched; return the position reached."""
    newest = await asked_at_the_door(newest_position)
    if after is None:
        await _say(send, _event("hello", newest))
        return newest
    missed = await asked_at_the_door(live_changes, after, LONGEST_GAP + 1)
    if len(missed) > LONGEST_GAP or after > newest:
        await _say(send, _event("reset", newest))
        return newest
    for change in newest_of_each(missed):
        if change.units & stream.viewer.unit_ids:
            await _say(send, _changed(change))
    await _say(send, _event("hello", missed[-1].position if missed else after))
    return missed[-1].position if missed else after


async def _go_on(stream: Stream, seen: int, send: Send) -> None:
    while True:
        try:
            change = await asyncio.wait_for(stream.waiting.get(), HEARTBEAT_SECONDS)
        except TimeoutError:
            await _say(send, ": still here\n\n")
            continue
        if change is None:
            if stream.why:
                await _say(send, f"event: {stream.why}\ndata:\n\n")
            return
        if change.position > seen:
            await _say(send, _changed(change))


async def _until_gone(stream: Stream, receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    if not stream.waiting.full():
        stream.waiting.put_nowait(None)


def _changed(change: LiveChange) -> str:
    return f'id: {change.position}\nevent: changed\ndata: {{"case":"{change.case_id}","version":{change.version}}}\n\n'


def _event(name: str, position: int) -> str:
    return f"id: {position}\nevent: {name}\ndata:\n\n"


async def _say(send: Send, text: str) -> None:
    await send({"type": "http.response.body", "body": text.encode(), "more_body": True})


def _headers(origin: str) -> list[tuple[bytes, bytes]]:
    always = [(b"cache-control", b"no-store"), (b"x-content-type-options", b"nosniff")]
    if not origin:
        return always
    allowed = [(b"access-control-allow-origin", origin.encode("latin-1")), (b"vary", b"Origin")]
    return [*always, *allowed, (b"access-control-allow-credentials", b"true")]
