"""docker-compose.yml, Dockerfile, .env.example and the code say the same. No container engine is needed to know it."""

import re
from typing import Any

import pytest
import yaml

from lus.embedded.postgres import LOCALE
from lus.embedded.process_table import COMPOSE, MIGRATE, Job, jobs

from .source_files import CHECKOUT, product_modules

COMPOSED: dict[str, Any] = yaml.safe_load((CHECKOUT / "docker-compose.yml").read_text())
EXAMPLE = set(re.findall(r"^([A-Z_]+)=", (CHECKOUT / ".env.example").read_text(), re.MULTILINE))
# read by code that is not ours, or by everybody's shell
NOT_OURS = {"PATH", "DJANGO_SETTINGS_MODULE", "DJANGO_ALLOW_ASYNC_UNSAFE"}


@pytest.mark.parametrize("job", jobs(COMPOSE), ids=lambda job: job.name)
def test_a_process_has_the_same_command_and_environment_as_in_the_demo(job: Job) -> None:
    service = COMPOSED["services"][job.name]
    assert service["command"] == ["python", *job.command]
    common = COMPOSED["x-environment"]
    assert {k: v for k, v in service["environment"].items() if k not in common} == job.environment


def test_migrations_run_once_as_the_owner_before_everything_else() -> None:
    services = COMPOSED["services"]
    assert services["migrate"]["command"] == ["python", *MIGRATE]
    assert "lus_owner" in services["migrate"]["environment"]["DATABASE_URL"]
    for job in jobs(COMPOSE):
        assert services[job.name]["depends_on"]["migrate"] == {"condition": "service_completed_successfully"}
        assert "lus_app" in services[job.name]["environment"]["DATABASE_URL"]


def test_the_database_sorts_as_the_embedded_one() -> None:
    arguments = COMPOSED["services"]["db"]["environment"]["POSTGRES_INITDB_ARGS"].split()
    assert set(LOCALE) <= set(arguments)
    assert "--encoding=UTF8" in arguments


def test_a_stopping_process_gets_longer_than_it_takes() -> None:
    for job in jobs(COMPOSE):
        grace = COMPOSED["services"][job.name]["stop_grace_period"]
        assert int(grace.removesuffix("s")) > max(COMPOSE.soft_shutdown_seconds, COMPOSE.drain_seconds)


def test_every_variable_of_the_compose_file_is_in_the_example() -> None:
    used = set(re.findall(r"\$\{([A-Z_]+)", (CHECKOUT / "docker-compose.yml").read_text()))
    assert used
    assert used <= EXAMPLE


def test_every_variable_that_the_code_reads_is_in_the_example() -> None:
    pattern = re.compile(
        r"(?:\benv(?:\.\w+)?\(|environ\.get\(|environ\[|is_on\(os\.environ, )\s*\"([A-Z_]+)\""
    )
    texts = [file.read_text() for file in [*product_modules(), *(CHECKOUT / "tests").glob("*.py")]]
    read = {name for text in texts for name in pattern.findall(text)}
    assert {"SECRET_KEY", "DATABASE_URL", "LUS_DEMO"} <= read
    assert sorted(read - EXAMPLE - NOT_OURS) == []


def test_every_path_that_the_dockerfile_copies_exists_and_is_sent_to_the_builder() -> None:
    lines = (CHECKOUT / "Dockerfile").read_text().splitlines()
    copies = [line.split()[1:-1] for line in lines if line.startswith("COPY ") and "--from" not in line]
    sent = {
        line[1:] for line in (CHECKOUT / ".dockerignore").read_text().splitlines() if line.startswith("!")
    }
    paths = [path for copied in copies for path in copied]
    assert [path for path in paths if not (CHECKOUT / path).exists()] == []
    assert [path for path in paths if path not in sent] == []
