"""`make demo`: everything that LUS needs, filled with an invented county, on one address.

    PORT=8001 make demo      another port (8000 when not said), HOST=0.0.0.0 for other machines
    CASES=100000 make demo   the first time: so many closed cases of history
    DEMO_ONCE=1 make demo    start, make one round trip through page and worker, stop: for CI

The data stays in `.state` between starts. `DATABASE_URL` and `REDIS_URL` use servers of your own instead.
"""

import http.client
import os
import secrets
import signal
import socket
import sys
from contextlib import ExitStack
from pathlib import Path

from .children import die_with_parent
from .places import lasting_folder
from .process_table import MIGRATE, Place, demo_place, jobs
from .services import services
from .supervisor import Failed, Stopped, Supervisor, say, step
from .turn import Occupied, taking_turn, tell_addresses

CHECKOUT = Path(__file__).resolve().parents[2]
SECONDS_TO_BE_READY = 60
SECONDS_TO_MIGRATE = 120
SECONDS_TO_FILL = 3600


def main() -> int:
    """Run the demo until it is stopped; return 0 when all went well."""
    if os.environ.get("LUS_STOP_WITH_PARENT"):
        die_with_parent(signal.SIGTERM)
    home = lasting_folder(CHECKOUT)
    try:
        _refuse_taken_port()
        with taking_turn(home):
            _run(home)
    except Stopped:
        pass
    except (Failed, Occupied, RuntimeError) as refusal:
        say(str(refusal))
        return 1
    say("Everything is stopped; the data is kept.")
    return 0


def _run(home: Path) -> None:
    supervisor = Supervisor(checkout=CHECKOUT, home=home, environment={})
    supervisor.obey_signals()
    with ExitStack() as running:
        with step("database and broker"):
            addresses = running.enter_context(services(home, durable=True))
        tell_addresses(home, addresses)
        supervisor.environment = _environment(home, addresses)
        try:
            _open(supervisor, home)
            if os.environ.get("DEMO_ONCE"):
                _round_trip(supervisor)
            else:
                supervisor.wait_until(lambda: False)
        finally:
            with step("stopping"):
                supervisor.stop_all()


def _environment(home: Path, addresses: dict[str, str]) -> dict[str, str]:
    return {
        **os.environ,
        **addresses,
        "DJANGO_SETTINGS_MODULE": "lus.settings",
        "LUS_DEMO": "1",
        "SECRET_KEY": _secret(home),
        "SMS_GATEWAY": "file",
        "SMS_FILE_PATH": str(home / "sms"),
        "EMAIL_URL": os.environ.get("EMAIL_URL", f"filemail:///{home / 'mail'}"),
        "LIVE_PORT": str(_live_port()),
        "PUBLIC_URL": os.environ.get("PUBLIC_URL", _address()),
        "PYTHONUNBUFFERED": "1",
    }


def _open(supervisor: Supervisor, home: Path) -> None:
    with step("tables"):
        supervisor.run(*MIGRATE, "-v0", seconds=SECONDS_TO_MIGRATE)
    with step("the invented county (only the first time)"):
        size = ["--cases", os.environ["CASES"]] if os.environ.get("CASES") else []
        supervisor.run("manage.py", "simulate", "--if-empty", *size, seconds=SECONDS_TO_FILL)
    with step("web, live, worker and beat"):
        for job in jobs(_place(home)):
            supervisor.start(job)
        if not supervisor.wait_until(_is_ready, seconds=SECONDS_TO_BE_READY):
            raise Failed(f"Not ready within {SECONDS_TO_BE_READY} seconds. The logs are {home}/*.log")
    say(f"\nLUS is open at {_address()}/   (Ctrl-C stops everything)\n")
    supervisor.run("manage.py", "demo_accounts", seconds=30)


def _place(home: Path) -> Place:
    return demo_place(
        bind=f"{_host()}:{_port()}",
        live_bind=(_host(), _live_port()),
        beat_file=str(home / "beat-schedule"),
    )


def _is_ready() -> bool:
    return _status("/readyz") == 200 and _status("/live/ping", _live_port()) == 200


def _round_trip(supervisor: Supervisor) -> None:
    with step("one round trip: page, broker, worker"):
        status = _status("/login/")
        if status != 200:
            raise Failed(f"The log-in page answered {status}.")
        supervisor.run("-m", "lus.embedded.round_trip", seconds=30)


def _secret(home: Path) -> str:
    """Return this demo's own key, so that nobody can forge its sessions with one that stands in the source."""
    file = home / "secret"
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(50))
    return file.read_text()


def _host() -> str:
    return os.environ.get("HOST", "127.0.0.1")


def _port() -> int:
    return int(os.environ.get("PORT", "8000"))


def _live_port() -> int:
    return int(os.environ.get("LIVE_PORT") or _port() + 1000 - (2000 if _port() > 64000 else 0))


def _address() -> str:
    return f"http://127.0.0.1:{_port()}"


def _refuse_taken_port() -> None:
    """Raise `Failed` when the pages' port, or the stream's, is taken."""
    for name, port in (("PORT", _port()), ("LIVE_PORT", _live_port())):
        with socket.socket() as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                trial.bind((_host(), port))
            except OSError as why:
                raise Failed(
                    f"Port {port} cannot be used ({why.strerror}). Try: {name}={port + 1} make demo"
                ) from why


def _status(path: str, port: int | None = None) -> int | None:
    """Return the status that the process at ``port`` (the web's) answers with, or None while it does not answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port or _port(), timeout=2)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except OSError:
        return None
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(main())
