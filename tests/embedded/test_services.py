"""PostgreSQL and Valkey start from their wheels, answer, and leave nothing behind."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import environ
import psycopg2
import pytest
import redis
from django.db import connection

from lus.embedded.services import services, throwaway_services
from lus.embedded.turn import Occupied, running_addresses, taking_turn, tell_addresses

CHECKOUT = Path(__file__).resolve().parents[2]


def test_given_addresses_start_nothing(tmp_path: Path) -> None:
    given = {"DATABASE_URL": "postgres://db/lus", "REDIS_URL": "redis://valkey/0"}
    with services(tmp_path, durable=True, given=given) as addresses:
        assert addresses == given
    assert list(tmp_path.iterdir()) == []


def test_one_given_address_starts_only_the_other() -> None:
    with throwaway_services() as addresses:
        folder = Path(addresses["REDIS_URL"].partition("://")[2].partition("?")[0]).parents[1]
        (folder / "more").mkdir()
        given = {"DATABASE_URL": "postgres://db/lus"}
        with services(folder / "more", durable=False, given=given) as more:
            assert redis.Redis.from_url(more["REDIS_URL"]).ping()
        assert not (folder / "more" / "postgres").exists()
    assert not folder.exists()


def test_a_throwaway_database_is_empty_and_gone_afterwards() -> None:
    with throwaway_services() as addresses:
        settings = environ.Env.db_url_config(addresses["DATABASE_URL"])
        server = psycopg2.connect(host=settings["OPTIONS"]["host"], user="postgres", dbname=settings["NAME"])
        with server.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
            assert cursor.fetchone() == (0,)
        server.close()
    assert not Path(settings["OPTIONS"]["host"]).exists()


@pytest.mark.django_db
def test_the_database_sorts_by_code_point_and_lowers_swedish_letters_everywhere() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT datlocprovider, datlocale, datcollate FROM pg_database WHERE datname = current_database()"
        )
        assert cursor.fetchone() == ("b", "C.UTF-8", "C")
        cursor.execute("SELECT lower('ÅÄÖ'), current_setting('TimeZone')")
        assert cursor.fetchone() == ("åäö", "UTC")


def test_a_command_runs_with_private_services_and_its_code_comes_back() -> None:
    code = "import os; print(os.environ['DATABASE_URL'], os.environ['REDIS_URL']); raise SystemExit(7)"
    command = [sys.executable, "-m", "lus.embedded.shell", sys.executable, "-c", code]
    finished = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True)
    assert finished.returncode == 7
    assert re.match(r"postgres://postgres@/lus\?host=/\S+ unix:///\S+\?db=0$", finished.stdout.strip())
    assert os.environ["DATABASE_URL"] not in finished.stdout


def test_killing_the_owner_without_warning_stops_its_servers() -> None:
    code = "import os, time; print(os.environ['DATABASE_URL'], flush=True); time.sleep(60)"
    command = [sys.executable, "-m", "lus.embedded.shell", sys.executable, "-c", code]
    owner = subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True, start_new_session=True)
    assert owner.stdout
    folder = Path(owner.stdout.readline().strip().partition("host=")[2])
    pid = int((folder / "data" / "postmaster.pid").read_text().split()[0])
    os.killpg(owner.pid, signal.SIGKILL)
    owner.wait()
    owner.stdout.close()
    give_up = time.monotonic() + 10
    while _runs(pid) and time.monotonic() < give_up:
        time.sleep(0.05)
    assert not _runs(pid)


def test_a_folder_has_one_owner_at_a_time_and_tells_the_others_its_addresses(tmp_path: Path) -> None:
    with taking_turn(tmp_path):
        tell_addresses(tmp_path, {"DATABASE_URL": "postgres://db/lus"})
        with pytest.raises(Occupied, match="already running"), taking_turn(tmp_path):
            pass
        assert running_addresses(tmp_path) == {"DATABASE_URL": "postgres://db/lus"}
    with taking_turn(tmp_path):
        pass


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split(") ")[1][0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
