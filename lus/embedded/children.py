"""Child processes that never outlive us, even when we are killed without warning."""

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from .places import RunAs

_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None)

Process = subprocess.Popen[bytes]


def die_with_parent(number: signal.Signals = signal.SIGINT) -> None:
    """Ask Linux to send this process `number` when its parent ends; elsewhere do nothing."""
    if sys.platform == "linux":
        _LIBC.prctl(_PR_SET_PDEATHSIG, int(number))


def spawn(
    command: Sequence[str],
    *,
    log: Path,
    env: Mapping[str, str],
    cwd: Path = Path("/"),
    who: RunAs | None = None,
) -> Process:
    """Start `command` in a session of its own, so that a Ctrl-C in the terminal reaches only us.

    Its output is added to `log`. `who` changes the user first: the wish to die with us is lost by that change,
    so it is stated after it, which is when Python runs `preexec_fn`.
    """
    with log.open("ab") as output:
        return subprocess.Popen(
            list(command),
            cwd=cwd,
            env=dict(env),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
            preexec_fn=die_with_parent,
            **(who or {}),
        )


def stop(process: Process, *, ask: signal.Signals, seconds: float) -> bool:
    """Ask `process` to end and wait; kill its whole group after `seconds`. Tell whether it ended by itself."""
    if process.poll() is None:
        process.send_signal(ask)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return False
    return True


def last_lines(log: Path, characters: int = 2000) -> str:
    """Return the end of a log file, for an error message."""
    return log.read_text(errors="replace")[-characters:] if log.exists() else ""
