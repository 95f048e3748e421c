"""Only one demo at a time in one folder; the others are told, and may use its servers."""

import fcntl
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


class Occupied(Exception):
    """Somebody else already runs the servers of this folder."""


@contextmanager
def taking_turn(home: Path) -> Iterator[None]:
    """Hold the folder until the block is left; raise `Occupied` at once when another living process holds it."""
    with (home / "turn.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Occupied(f"A demo is already running with its files in {home}; stop it first.") from None
        yield


def tell_addresses(home: Path, addresses: Mapping[str, str]) -> None:
    """Leave the addresses of the running servers for others of this checkout."""
    (home / "addresses.json").write_text(json.dumps(dict(addresses)))


def running_addresses(home: Path) -> dict[str, str]:
    """Return the addresses that the running demo left."""
    found: dict[str, str] = json.loads((home / "addresses.json").read_text())
    return found
