"""The demo's supervisor: it stops in order when asked, and says which process died and where its log is."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lus.embedded.process_table import Job
from lus.embedded.supervisor import Failed, Supervisor

CHECKOUT = Path(__file__).resolve().parents[2]
STORY = """
import sys
from pathlib import Path
from lus.embedded.process_table import Job
from lus.embedded.supervisor import Stopped, Supervisor, say
supervisor = Supervisor(checkout=Path.cwd(), home=Path(sys.argv[1]), environment={"PATH": "/usr/bin:/bin"})
supervisor.obey_signals()
supervisor.start(Job("sleeper", ("-c", "import os, time; print(os.getpid(), flush=True); time.sleep(60)")))
supervisor.wait_until(lambda: (Path(sys.argv[1]) / "sleeper.log").read_text().strip() != "")
say("started")
try:
    supervisor.wait_until(lambda: False)
except Stopped:
    supervisor.stop_all()
    say("stopped in order")
"""


@pytest.fixture
def supervisor(tmp_path: Path) -> Supervisor:
    return Supervisor(checkout=CHECKOUT, home=tmp_path, environment=dict(os.environ))


def test_a_process_that_dies_is_named_with_its_log(supervisor: Supervisor, tmp_path: Path) -> None:
    supervisor.start(Job("worker", ("-c", "print('no broker here'); raise SystemExit(3)")))
    with pytest.raises(Failed) as failure:
        supervisor.wait_until(lambda: False, seconds=10)
    assert "worker ended with code 3" in str(failure.value)
    assert str(tmp_path / "worker.log") in str(failure.value)
    assert "no broker here" in str(failure.value)


def test_a_step_that_fails_or_takes_too_long_is_named(supervisor: Supervisor) -> None:
    with pytest.raises(Failed, match="failed with code 4"):
        supervisor.run("-c", "raise SystemExit(4)", seconds=10)
    with pytest.raises(Failed, match="did not end within 0 seconds"):
        supervisor.run("-c", "import time; time.sleep(60)", seconds=0.1)


def test_a_process_that_does_not_listen_is_killed(
    supervisor: Supervisor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("lus.embedded.supervisor.SECONDS_TO_STOP", 0.2)
    deaf = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True)"
    supervisor.start(Job("deaf", ("-c", f"{deaf}; time.sleep(60)")))
    supervisor.wait_until(lambda: "deaf" in (tmp_path / "deaf.log").read_text(), seconds=10)
    process = supervisor.running[0][1]
    supervisor.stop_all()
    assert process.returncode == -signal.SIGKILL


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_each_way_to_stop_stops_the_children_in_order(number: signal.Signals, tmp_path: Path) -> None:
    story, sleeper = _begin(tmp_path)
    story.send_signal(number)
    said, _ = story.communicate(timeout=10)
    assert said.strip() == "stopped in order"
    assert not _runs_within(sleeper, seconds=1)


def test_killing_the_supervisor_stops_the_children(tmp_path: Path) -> None:
    story, sleeper = _begin(tmp_path)
    story.kill()
    story.communicate(timeout=10)
    assert not _runs_within(sleeper, seconds=5)


def _begin(home: Path) -> tuple[subprocess.Popen[str], int]:
    story = subprocess.Popen(
        [sys.executable, "-c", STORY, str(home)], cwd=CHECKOUT, stdout=subprocess.PIPE, text=True
    )
    assert story.stdout
    assert story.stdout.readline().strip() == "started"
    return story, int((home / "sleeper.log").read_text())


def _runs_within(pid: int, *, seconds: float) -> bool:
    give_up = time.monotonic() + seconds
    while Path(f"/proc/{pid}").exists():
        if time.monotonic() > give_up:
            return True
        time.sleep(0.02)
    return False
