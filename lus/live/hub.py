"""Which streams are open, and to whom a change goes: by unit, so that a change costs what its own readers cost."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from discharge.queries.live_feed import LiveChange

from .viewers import Viewer

WAITING_AT_MOST = (
    100  # a browser that is further behind is let go, and asks for what it missed when it comes back
)
STREAMS_OF_A_SESSION = 4  # one for each browser; more only while old ones are being let go
STREAMS_AT_MOST = 5_000


class Full(Exception):
    """There is no room for one more stream; the page asks now and then instead."""


@dataclass(eq=False, slots=True)
class Stream:
    """One open stream. What is put in ``waiting`` is sent; ``None`` is the end. ``why``: the word it ends with."""

    viewer: Viewer
    waiting: asyncio.Queue[LiveChange | None] = field(default_factory=lambda: asyncio.Queue(WAITING_AT_MOST))
    why: str = ""


class Hub:
    """The open streams of this process."""

    def __init__(self) -> None:
        self.streams: set[Stream] = set()
        self._of_unit: dict[UUID, set[Stream]] = {}

    def join(self, viewer: Viewer) -> Stream:
        """Open a stream for ``viewer``; raise ``Full`` when there are too many."""
        own = sum(stream.viewer.session_key == viewer.session_key for stream in self.streams)
        if len(self.streams) >= STREAMS_AT_MOST or own >= STREAMS_OF_A_SESSION:
            raise Full
        stream = Stream(viewer)
        self.streams.add(stream)
        for unit_id in viewer.unit_ids:
            self._of_unit.setdefault(unit_id, set()).add(stream)
        return stream

    def leave(self, stream: Stream) -> None:
        """Forget ``stream``; nothing more is put in it."""
        self.streams.discard(stream)
        for unit_id in stream.viewer.unit_ids:
            readers = self._of_unit.get(unit_id, set())
            readers.discard(stream)
            if not readers:
                self._of_unit.pop(unit_id, None)

    def publish(self, changes: Iterable[LiveChange]) -> None:
        """Put each change into the streams of the units that may know it, and into no other."""
        for change in changes:
            for stream in {reader for unit in change.units for reader in self._of_unit.get(unit, ())}:
                if stream.waiting.full():
                    self.end(stream, "behind")
                else:
                    stream.waiting.put_nowait(change)

    def end(self, stream: Stream, why: str) -> None:
        """Let ``stream`` go after it has said ``why``; what it had not sent yet is dropped."""
        self.leave(stream)
        stream.why = why
        while not stream.waiting.empty():
            stream.waiting.get_nowait()
        stream.waiting.put_nowait(None)

    def keep_only(self, valid: dict[str, Viewer], asked: Iterable[Stream]) -> None:
        """End those of ``asked`` whose session has ended, or works in another assignment or other units now."""
        for stream in asked:
            if valid.get(stream.viewer.session_key) != stream.viewer:
                self.end(stream, "ended")
