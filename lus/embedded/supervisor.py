"""Starts processes, notices when one dies, and stops them all: what a service manager does in production."""

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from .children import Process, die_with_parent, last_lines, spawn, stop
from .process_table import Job

SECONDS_TO_STOP = 10


class Stopped(Exception):
    """Somebody asked us to stop: Ctrl-C, TERM or HUP."""


class Failed(Exception):
    """A step or a process failed; the text says which, and where its log is."""


class Supervisor:
    """Runs commands in `checkout` with `environment`; logs of lasting processes lie in `home`."""

    def __init__(self, *, checkout: Path, home: Path, environment: Mapping[str, str]) -> None:
        self.checkout, self.home, self.environment = checkout, home, environment
        self.running: list[tuple[str, Process]] = []
        self._asked_to_stop = threading.Event()

    def obey_signals(self) -> None:
        """Let Ctrl-C, TERM and HUP stop us in order; a second one changes nothing."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda *_: self._asked_to_stop.set())

    def run(self, *command: str, seconds: float) -> None:
        """Run `python COMMAND` to its end, its output on our terminal; raise `Failed` or `Stopped`."""
        process = subprocess.Popen(
            [sys.executable, *command],
            cwd=self.checkout,
            env=dict(self.environment),
            start_new_session=True,
            preexec_fn=die_with_parent,
        )
        try:
            ended = self.wait_until(lambda: process.poll() is not None, seconds=seconds)
        finally:
            stop(process, ask=signal.SIGINT, seconds=SECONDS_TO_STOP)
        if not ended:
            raise Failed(f"`{' '.join(command)}` did not end within {seconds:.0f} seconds.")
        if process.returncode:
            raise Failed(
                f"`{' '.join(command)}` failed with code {process.returncode}; its message is above."
            )

    def start(self, job: Job) -> None:
        """Start a lasting process with a fresh log."""
        log = self._log(job.name)
        log.unlink(missing_ok=True)
        environment = {**self.environment, **job.environment}
        command = [sys.executable, *job.command]
        self.running.append((job.name, spawn(command, log=log, env=environment, cwd=self.checkout)))

    def wait_until(self, done: Callable[[], bool], *, seconds: float = float("inf")) -> bool:
        """Wait for `done`, at most `seconds`, and tell whether it came; raise `Stopped`, or `Failed` when one died."""
        give_up = time.monotonic() + seconds
        while not done():
            self._check()
            if time.monotonic() > give_up:
                return False
            self._asked_to_stop.wait(0.05)
        self._check()
        return True

    def stop_all(self) -> None:
        """Ask all at once, then wait for each; one that does not listen is killed with its children."""
        for _, process in self.running:
            if process.poll() is None:
                process.terminate()
        for name, process in self.running:
            if not stop(process, ask=signal.SIGTERM, seconds=SECONDS_TO_STOP):
                say(f"{name} did not stop and was killed")
        self.running.clear()

    def _check(self) -> None:
        if self._asked_to_stop.is_set():
            raise Stopped
        for name, process in self.running:
            if process.poll() is not None:
                log = self._log(name)
                raise Failed(f"{name} ended with code {process.returncode}. End of {log}:\n{last_lines(log)}")

    def _log(self, name: str) -> Path:
        return self.home / f"{name}.log"


def say(text: str) -> None:
    """Print a line at once, also into a pipe."""
    print(text, flush=True)


@contextmanager
def step(text: str) -> Iterator[None]:
    """Announce a step before it starts, and say how many seconds it took."""
    say(f"… {text}")
    started = time.perf_counter()
    yield
    say(f"  {time.perf_counter() - started:.1f} s")
