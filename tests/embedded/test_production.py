"""The containers' commands, run by hand with production's environment on servers of our own.

No container engine is needed; what remains unproven is the images themselves.
"""

import dataclasses
import http.client
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg2
import pytest
import yaml

from lus.embedded import places
from lus.embedded.postgres import Postgres
from lus.embedded.process_table import COMPOSE, MIGRATE, jobs
from lus.embedded.supervisor import Supervisor
from lus.embedded.valkey import Valkey

CHECKOUT = Path(__file__).resolve().parents[2]
HOST = "lus.region.invalid"


@dataclasses.dataclass
class Server:
    """The running production: its parts, and how to ask its web process."""

    supervisor: Supervisor
    postgres: Postgres
    valkey: Valkey
    port: int

    def get(self, path: str, **headers: str) -> http.client.HTTPResponse:
        """Return the answer to a request that came through the proxy."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path, headers={"Host": HOST, "X-Forwarded-Proto": "https", **headers})
        return connection.getresponse()


@pytest.fixture(scope="module")
def production() -> Iterator[Server]:
    """Everything that docker-compose.yml starts, but for the proxy."""
    home = places.throwaway_folder()
    postgres, valkey = Postgres(home, durable=False), Valkey(home, durable=False)
    port = _free_port()
    supervisor = Supervisor(checkout=CHECKOUT, home=home, environment={})
    try:
        postgres.start()
        valkey.start()
        _create_roles(postgres)
        environment = _environment(home, valkey)
        _run("manage.py", "collectstatic", "--no-input", "-v0", environment=environment)
        _run(*MIGRATE, "-v0", environment={**environment, "DATABASE_URL": _url(postgres, "lus_owner")})
        supervisor.environment = {**environment, "DATABASE_URL": _url(postgres, "lus_app")}
        place = dataclasses.replace(COMPOSE, bind=f"127.0.0.1:{port}", beat_file=str(home / "beat"))
        for job in jobs(place):
            supervisor.start(job)
        server = Server(supervisor, postgres, valkey, port)
        assert supervisor.wait_until(lambda: _is_ready(server), seconds=60)
        yield server
    finally:
        supervisor.stop_all()
        valkey.stop()
        postgres.stop()
        subprocess.run(["rm", "-rf", str(home)], check=True)


def test_plain_http_is_sent_to_https_but_health_is_answered(production: Server) -> None:
    assert production.get("/login/", **{"X-Forwarded-Proto": "http"}).status == 301
    assert production.get("/readyz", **{"X-Forwarded-Proto": "http"}).status == 200


def test_an_unknown_host_is_refused(production: Server) -> None:
    assert production.get("/login/", Host="elsewhere.invalid").status == 400


def test_the_log_in_page_arrives_with_the_headers_and_cookies_of_production(production: Server) -> None:
    answer = production.get("/login/")
    assert answer.status == 200
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    cookies = answer.headers.get_all("Set-Cookie") or []
    assert cookies
    assert all(cookie.startswith("__Host-") and "Secure" in cookie for cookie in cookies)


def test_static_files_have_their_checksum_in_the_name_and_are_kept_by_the_browser(production: Server) -> None:
    page = production.get("/login/").read().decode()
    sheets = re.findall(r'href="(/static/[^"]+\.css)"', page)
    assert sheets
    for sheet in sheets:
        answer = production.get(sheet)
        assert (answer.status, sheet) == (200, sheet)
        assert re.search(r"\.[0-9a-f]{12}\.css$", sheet)
        assert "immutable" in answer.headers["Cache-Control"]


def test_a_task_reaches_a_worker_process(production: Server) -> None:
    _run("-m", "lus.embedded.round_trip", environment=dict(production.supervisor.environment))


def test_the_application_role_works_with_rows_but_cannot_empty_or_change_a_table(production: Server) -> None:
    server = psycopg2.connect(host=str(production.postgres.folder), user="lus_app", dbname="lus")
    for statement in ("TRUNCATE events_event", "DROP TABLE events_event", "CREATE TABLE mine (id int)"):
        with pytest.raises(psycopg2.errors.InsufficientPrivilege), server.cursor() as cursor:
            cursor.execute(statement)
        server.rollback()
    with server.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM events_event")
        assert cursor.fetchone() == (0,)
    server.close()


def test_the_web_process_is_ready_without_the_broker(production: Server) -> None:
    production.valkey.stop()
    assert production.get("/readyz").status == 200
    assert production.get("/login/").status == 200


def _create_roles(postgres: Postgres) -> None:
    """Do what the database's image does when it is first started: the owner, the database, our script."""
    postgres.create_database("lus")
    composed = yaml.safe_load((CHECKOUT / "docker-compose.yml").read_text())
    script = composed["configs"]["roles"]["content"].replace("${APP_PASSWORD}", "invented")
    for user, statements in (("postgres", "CREATE ROLE lus_owner SUPERUSER LOGIN"), ("lus_owner", script)):
        server = psycopg2.connect(host=str(postgres.folder), user=user, dbname="lus")
        server.autocommit = True
        with server.cursor() as cursor:
            cursor.execute(statements)
        server.close()


def _environment(home: Path, valkey: Valkey) -> dict[str, str]:
    lines = (CHECKOUT / "tests/production_like.env").read_text().splitlines()
    safe = dict(line.split("=", 1) for line in lines if not line.startswith("#"))
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        **safe,
        "REDIS_URL": valkey.url(),
        "STATIC_ROOT": str(home / "static"),
        "DJANGO_SETTINGS_MODULE": "lus.settings",
    }


def _url(postgres: Postgres, role: str) -> str:
    return postgres.url("lus").replace("postgres@", f"{role}@")


def _run(*command: str, environment: dict[str, str]) -> None:
    subprocess.run([sys.executable, *command], cwd=CHECKOUT, env=environment, check=True, timeout=120)


def _is_ready(server: Server) -> bool:
    try:
        return server.get("/readyz").status == 200
    except OSError:
        return False


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
    return port
