"""The web and live processes of the demo, on servers of our own, and what they cost: read from /proc."""

import os
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from lus.embedded.process_table import demo_place, jobs
from lus.embedded.supervisor import Supervisor
from tests.real_live import is_ready

CHECKOUT = Path(__file__).resolve().parents[2]
TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True)
class Running:
    """``web`` and ``live``: addresses; ``live_pid``: whose cost is measured."""

    web: str
    live_port: int
    live_pid: int

    def memory_kb(self) -> float:
        """Return what the live process holds in memory, in kB."""
        resident = int(Path(f"/proc/{self.live_pid}/statm").read_text().split()[1])
        return resident * PAGE / 1024

    def cpu_seconds(self) -> float:
        """Return how much of a core the live process has used since it began."""
        fields = Path(f"/proc/{self.live_pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS


@contextmanager
def running(home: Path, addresses: Mapping[str, str]) -> Iterator[Running]:
    """Run the demo's web and live processes until the block is left."""
    web, live = _free_port(), _free_port()
    environment = {**os.environ, **addresses, "LIVE_PORT": str(live), "LOG_LEVEL": "WARNING"}
    supervisor = Supervisor(checkout=CHECKOUT, home=home, environment=environment)
    place = demo_place(bind=f"127.0.0.1:{web}", live_bind=("127.0.0.1", live), beat_file="")
    try:
        for job in jobs(place):
            if job.name in ("web", "live"):
                supervisor.start(job)
        ready = supervisor.wait_until(
            lambda: is_ready(live, "/live/ping") and is_ready(web, "/readyz"), seconds=60
        )
        assert ready, f"not ready; the logs are in {home}"
        pid = next(process.pid for name, process in supervisor.running if name == "live")
        yield Running(f"http://127.0.0.1:{web}", live, pid)
    finally:
        supervisor.stop_all()


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
    return port
