"""Skrivskyddat läge: pages are read, nothing changes, and every look stands in the spool."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import connection

from lus.access_log import spool
from lus.access_log.models import Entry
from lus.celery import app
from lus.celery_task import PausedWhenReadOnly
from lus.deadlines.tasks import sweep_due
from lus.downtime import mode
from lus.downtime.merge import merge_spool, waiting
from lus.downtime.models import Cause, Outage
from lus.events.models import Event
from lus.web.models import CaseSeen
from tests.factories import NOW, Place, a_case, a_person, a_place, signed_in

pytestmark = pytest.mark.django_db
WHY = "Planerat underhåll"
LATER = NOW + timedelta(minutes=12)


@pytest.fixture(autouse=True)
def _ordinary(settings, tmp_path: Path) -> Iterator[None]:
    settings.SPOOL_FOLDER = str(tmp_path / "spool")
    with time_machine.travel(NOW, tick=False):
        mode.cache.delete(mode.KEY)
        mode.forget()
        yield
        mode.cache.delete(mode.KEY)
        mode.forget()


@pytest.fixture
def place() -> Place:
    return a_place()


def test_every_page_says_it_with_the_age_of_what_it_shows(place: Place) -> None:
    case = a_case(place)
    client = signed_in(place.ward)
    assert "Skrivskyddat" not in client.get("/").content.decode()
    mode.turn_on(at=NOW - timedelta(minutes=12), why=WHY)
    for path in ("/", "/discharge/board/", f"/discharge/{case.pk}/", "/on-call/", "/downtime/"):
        html = client.get(path).content.decode()
        assert "Uppgifterna är från i dag 09.48, 12 min gamla" in html


def test_an_act_is_refused_with_what_was_tried_what_is_so_and_what_to_do(place: Place) -> None:
    case = a_case(place)
    mode.turn_on(at=NOW, why=WHY)
    events = Event.objects.count()
    answer = signed_in(place.ward).post(f"/discharge/{case.pk}/mark-ready/", {"physician": "Jonas Ek"})
    html = answer.content.decode()
    assert answer.status_code == 503
    for said in ("Ni försökte: ", WHY, "Inget har sparats", "pappersblankett", 'href="/downtime/"'):
        assert said in html
    assert Event.objects.count() == events


def test_part_of_a_page_gets_the_same_as_an_alert(place: Place) -> None:
    case = a_case(place)
    mode.turn_on(at=NOW, why=WHY)
    answer = signed_in(place.ward).post(f"/discharge/{case.pk}/mark-ready/", headers={"HX-Request": "true"})
    assert answer.status_code == 503
    assert answer.content.decode().lstrip().startswith('<div class="ds-alert"')


def test_the_api_answers_with_a_problem(place: Place) -> None:
    case = a_case(place)
    mode.turn_on(at=NOW, why=WHY)
    client = signed_in(place.ward)
    answer = client.post(f"/api/v1/cases/{case.pk}/ready-notice", "{}", content_type="application/json")
    assert (answer.status_code, answer["Content-Type"]) == (503, "application/problem+json")
    problem = json.loads(answer.content)
    assert (problem["code"], problem["status"]) == ("read-only", 503)
    assert problem["type"].endswith("/problems/read-only")
    assert client.get(f"/api/v1/cases/{case.pk}").status_code == 200


def test_reading_leaves_its_row_in_the_spool_and_nothing_in_the_database(place: Place) -> None:
    case = a_case(place, person=a_person("Wikström", "Rolf"))
    client = signed_in(place.ward)
    mode.turn_on(at=NOW, why=WHY)
    before = Entry.objects.count(), CaseSeen.objects.count()
    assert client.get(f"/discharge/{case.pk}/").status_code == 200
    assert (Entry.objects.count(), CaseSeen.objects.count()) == before
    (line,) = spool.lines_of(spool.spool_file())
    assert (line.row["action"], line.row["person_ids"]) == ("case", [str(case.person_id)])
    assert "Wikström" not in spool.spool_file().read_text()


def test_no_reading_when_the_spool_cannot_be_written(place: Place, settings, tmp_path: Path) -> None:
    case = a_case(place, person=a_person("Wikström", "Rolf"))
    client = signed_in(place.ward)
    (tmp_path / "file").write_text("in the way")
    settings.SPOOL_FOLDER = str(tmp_path / "file")
    mode.turn_on(at=NOW, why=WHY)
    answer = client.get(f"/discharge/{case.pk}/")
    assert answer.status_code == 503
    assert "Wikström" not in answer.content.decode()
    assert "Läsloggen går inte att skriva" in answer.content.decode()
    problem = client.get(f"/api/v1/cases/{case.pk}")
    assert (problem.status_code, problem.json()["code"]) == (503, "spool-unavailable")


def test_the_spool_is_merged_once_and_goes_on_after_it(place: Place) -> None:
    case = a_case(place)
    client = signed_in(place.ward)
    mode.turn_on(at=NOW, why=WHY)
    for _ in range(3):
        client.get(f"/discharge/{case.pk}/")
    before = Entry.objects.count()
    assert waiting(spool.spool_file()) == 3
    assert merge_spool(spool.spool_file(), at=LATER) == 3
    assert merge_spool(spool.spool_file(), at=LATER) == 0
    client.get(f"/discharge/{case.pk}/")
    assert merge_spool(spool.spool_file(), at=LATER) == 1
    assert Entry.objects.count() == before + 4
    merged = Entry.objects.order_by("-pk")[0]
    assert (merged.person_ids, merged.unit_id, merged.at) == ([case.person_id], place.ward.unit_id, NOW)


@pytest.mark.parametrize("harm", ["change", "remove", "move"])
def test_a_harmed_spool_is_told_and_what_is_proven_is_kept(place: Place, harm: str) -> None:
    case = a_case(place)
    client = signed_in(place.ward)
    mode.turn_on(at=NOW, why=WHY)
    for path in (f"/discharge/{case.pk}/", "/", "/discharge/board/"):
        client.get(path)
    file = spool.spool_file()
    first, second, third = file.read_text().splitlines()
    harmed = {
        "change": [first, second.replace("my_turn", "my_tarn"), third],
        "remove": [first, third],
        "move": [first, third, second],
    }[harm]
    file.write_text("\n".join(harmed) + "\n")
    before = Entry.objects.count()
    assert waiting(file) is None
    with pytest.raises(CommandError, match="broken at line 2"):
        call_command("merge_spool")
    assert Entry.objects.count() == before + 1


def test_a_half_written_last_line_is_cut_off_before_the_next(place: Place) -> None:
    spool.append({"n": 1})
    with spool.spool_file().open("a") as file:
        file.write('{"row": {"n"')
    spool.append({"n": 2})
    assert [line.row["n"] for line in spool.lines_of(spool.spool_file())] == [1, 2]


def test_the_switch_is_a_command_that_writes_the_outage_log() -> None:
    call_command("read_only", "on", why=WHY)
    with time_machine.travel(LATER, tick=False):
        call_command("read_only", "on", why="Något annat")
        call_command("read_only", "off")
    row = Outage.objects.get()
    assert (row.cause, row.why, row.started_at, row.ended_at) == (Cause.DECIDED, WHY, NOW, LATER)
    with pytest.raises(CommandError):
        call_command("read_only", "on", why="")


def test_an_empty_cache_gets_the_switch_from_the_table_again() -> None:
    mode.turn_on(at=NOW, why=WHY)
    mode.cache.delete(mode.KEY)
    mode.forget()
    assert mode.current() is None
    mode.keep_mode(at=LATER)
    assert mode.current() == mode.Mode(NOW, WHY)


def test_background_work_waits(place: Place) -> None:
    assert isinstance(sweep_due, PausedWhenReadOnly)
    a_case(place)
    mode.turn_on(at=NOW, why=WHY)
    ran: list[str] = []

    def work() -> None:
        ran.append("ran")

    task: Any = app.task(name="tests.some_task", shared=False)(work)
    task()
    assert ran == []
    mode.turn_off(at=NOW)
    task()
    assert ran == ["ran"]


@pytest.mark.django_db(transaction=True)
def test_a_database_that_refuses_to_write_turns_it_on_and_off_by_itself(place: Place) -> None:
    case = a_case(place)
    client = signed_in(place.ward)
    with connection.cursor() as cursor:
        cursor.execute("SET default_transaction_read_only = on")
    try:
        assert client.get(f"/discharge/{case.pk}/").status_code == 503
        assert mode.current() is not None
        for path in ("/", "/discharge/board/", f"/discharge/{case.pk}/", "/weekend-list/"):
            answer = client.get(path)
            assert (path, answer.status_code) == (path, 200)
            assert "Skrivskyddat" in answer.content.decode()
            assert path == "/weekend-list/" or case.person.family_name in answer.content.decode()
        for path in ("/notices/", "/on-call/", "/discharge/meeting/", "/downtime/"):
            assert (path, client.get(path).status_code) == (path, 200)
        assert client.post("/search/", {"q": case.reference}).status_code == 302
        mode.keep_mode(at=LATER)
        assert mode.current() is not None
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SET default_transaction_read_only = off")
    mode.keep_mode(at=LATER)
    assert mode.current() is None
    row = Outage.objects.get()
    assert (row.cause, row.started_at, row.ended_at) == (Cause.AUTOMATIC, NOW, LATER)


@pytest.mark.django_db(transaction=True)
def test_the_api_notices_it_too(place: Place) -> None:
    case = a_case(place)
    client = signed_in(place.ward)
    with connection.cursor() as cursor:
        cursor.execute("SET default_transaction_read_only = on")
    try:
        answer = client.get(f"/api/v1/cases/{case.pk}")
        assert (answer.status_code, answer.json()["code"]) == (503, "read-only")
        assert client.get(f"/api/v1/cases/{case.pk}").status_code == 200
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SET default_transaction_read_only = off")
