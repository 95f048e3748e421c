"""Alive says only that the process answers; ready says that patients' requests may be sent to it."""

import pytest
from django.db import OperationalError
from django.test import Client

from lus.web import health, probe


@pytest.fixture(autouse=True)
def nothing_known_yet() -> None:
    health._complete.clear()


def test_alive_asks_no_database(client: Client) -> None:
    assert client.get("/livez").json() == {"alive": True}  # without the db fixture a query would fail


@pytest.mark.django_db
def test_ready_with_all_migrations(client: Client) -> None:
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (200, {"ready": True})


@pytest.mark.django_db
def test_not_ready_while_a_migration_is_missing(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "_missing_migrations", lambda: 2)
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["why"]) == (503, "2 migrations are not applied")


@pytest.mark.parametrize("known_complete", [False, True])
def test_not_ready_without_a_database(
    client: Client, monkeypatch: pytest.MonkeyPatch, known_complete: bool
) -> None:
    def unreachable() -> None:
        raise OperationalError

    monkeypatch.setattr(health, "_missing_migrations", lambda: 0)
    monkeypatch.setattr(health, "_ask_database", unreachable)
    if known_complete:
        health._complete.set()
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["why"]) == (503, "the database does not answer")


def test_the_probe_of_a_container_without_a_web_process_says_no(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probe, "PORT", 1)
    assert not probe.is_ready("lus.region.invalid")
