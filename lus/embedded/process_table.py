"""Which processes make up LUS, and with which commands? One table for the demo and for docker-compose.yml.

A test compares the compose file with `jobs(COMPOSE)` word by word, so that the two never drift apart.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Place:
    """What differs between a laptop and a server."""

    bind: str
    live_bind: tuple[str, int]
    web_processes: int
    worker_pool: str  # threads are light; processes survive a task that takes the interpreter with it
    worker_size: int
    soft_shutdown_seconds: int  # how long a stopping worker may finish its task
    drain_seconds: int  # how long a stopping web process may finish its requests
    beat_file: str


@dataclass(frozen=True)
class Job:
    """One process: `command` is what follows `python`, `environment` comes on top of the common one."""

    name: str
    command: tuple[str, ...]
    environment: dict[str, str] = field(default_factory=dict)


COMPOSE = Place(
    bind="0.0.0.0:8000",
    live_bind=("0.0.0.0", 8010),
    web_processes=2,
    worker_pool="prefork",
    worker_size=2,
    soft_shutdown_seconds=25,
    drain_seconds=25,
    beat_file="/tmp/beat-schedule",
)
MIGRATE = ("manage.py", "migrate", "--no-input")


def demo_place(*, bind: str, live_bind: tuple[str, int], beat_file: str) -> Place:
    """Return the place of `make demo`: one web process, threads, and quick stops."""
    return Place(
        bind=bind,
        live_bind=live_bind,
        web_processes=1,
        worker_pool="threads",
        worker_size=4,
        soft_shutdown_seconds=5,
        drain_seconds=5,
        beat_file=beat_file,
    )


def jobs(place: Place) -> list[Job]:
    """Return the lasting processes in the order in which they are started."""
    return [_web(place), _live(place), _worker(place), _beat(place)]


def _web(place: Place) -> Job:
    gunicorn = f"-m gunicorn -k gthread --threads 8 -w {place.web_processes} -b {place.bind}"
    rest = f"--graceful-timeout {place.drain_seconds} --no-control-socket lus.wsgi:application"
    return Job("web", (*gunicorn.split(), *rest.split()), {"STATEMENT_TIMEOUT_SECONDS": "5"})


def _live(place: Place) -> Job:
    host, port = place.live_bind
    uvicorn = f"-m uvicorn --host {host} --port {port} --lifespan on --timeout-graceful-shutdown 1"
    rest = "--no-access-log --log-level warning lus.live.process:application"
    return Job("live", (*uvicorn.split(), *rest.split()), {"STATEMENT_TIMEOUT_SECONDS": "5"})


def _worker(place: Place) -> Job:
    pool = f"-P {place.worker_pool} -c {place.worker_size}"
    celery = f"-m celery -A lus worker {pool} --without-gossip --without-mingle -l info"
    environment = {
        "STATEMENT_TIMEOUT_SECONDS": "60",
        "WORKER_SOFT_SHUTDOWN_SECONDS": str(place.soft_shutdown_seconds),
    }
    return Job("worker", tuple(celery.split()), environment)


def _beat(place: Place) -> Job:
    celery = f"-m celery -A lus beat -s {place.beat_file} --pidfile= -l info"
    return Job("beat", tuple(celery.split()), {"STATEMENT_TIMEOUT_SECONDS": "60"})
