"""What does an open, silent stream cost? A thousand signed-in browsers that only listen."""

import asyncio
import time
from collections.abc import Callable

from tests.bench.measure import Result
from tests.factories import a_place, a_user, an_assignment
from tests.real_live import cookie_of

from .running import Running

STREAMS = 1_000
AT_A_TIME = 20
SETTLE_SECONDS, MEASURED_SECONDS = 5.0, 30.0
GOAL_KB, GOAL_SHARE = 150, 5


def idle_results(served: Running, say: Callable[[str], None]) -> list[Result]:
    """Open the streams and let them stand; return kB for each and the share of a core that they take."""
    cookies = _cookies()
    say(f"{len(cookies)} sessions")
    return asyncio.run(_measured(served, cookies, say))


def _cookies() -> list[str]:
    from lus.organisations.actor import Actor
    from lus.organisations.models import Unit
    from lus.organisations.queries import actor_of
    from lus.organisations.roles import Role

    place = a_place("Avd 900", "Kommun 900", "Vårdcentral 900")
    unit = Unit.objects.get(pk=str(place.ward.unit_id))
    actors: list[Actor] = [
        actor_of(an_assignment(unit, Role.WARD_STAFF, user=a_user(f"Lyssnare {number}")))
        for number in range(STREAMS)
    ]
    return [cookie_of(actor) for actor in actors]


async def _measured(served: Running, cookies: list[str], say: Callable[[str], None]) -> list[Result]:
    warm = await _open(
        served.live_port, cookies[:AT_A_TIME]
    )  # what the first streams bring with them is no stream's
    before = served.memory_kb()
    streams = []
    for first in range(AT_A_TIME, len(cookies), AT_A_TIME):
        streams += await _open(served.live_port, cookies[first : first + AT_A_TIME])
    await asyncio.sleep(SETTLE_SECONDS)
    each = (served.memory_kb() - before) / len(streams)
    say(f"{len(streams) + len(warm)} streams stand open")
    used, began = served.cpu_seconds(), time.perf_counter()
    await asyncio.sleep(MEASURED_SECONDS)
    share = 100 * (served.cpu_seconds() - used) / (time.perf_counter() - began)
    for _, writer in (*warm, *streams):
        writer.close()
    total = f"{STREAMS} streams, {served.memory_kb() / 1024:.0f} MB in all"
    return [
        Result("live.memory", "an idle stream", each, "kB", GOAL_KB, total),
        Result("live.cpu", f"{STREAMS} idle streams, share of a core", share, "%", GOAL_SHARE, "a core"),
    ]


async def _open(port: int, cookies: list[str]) -> list[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    return list(await asyncio.gather(*(_one(port, cookie) for cookie in cookies)))


async def _one(port: int, cookie: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET /live/ HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n\r\n".encode())
    await reader.readuntil(b"event: hello")
    return reader, writer
