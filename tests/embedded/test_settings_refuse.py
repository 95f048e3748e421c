"""Production must not start with anything that is only meant for development."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from lus.env import DEVELOPMENT_SECRET, celery_address, production_problems, refuse_unsafe

CHECKOUT = Path(__file__).resolve().parents[2]
_LINES = (CHECKOUT / "tests/production_like.env").read_text().splitlines()
SAFE = dict(line.split("=", 1) for line in _LINES if not line.startswith("#"))


def test_a_complete_production_environment_is_accepted() -> None:
    assert production_problems(SAFE) == []
    refuse_unsafe(SAFE)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("SECRET_KEY", "", "SECRET_KEY is not set"),
        ("SECRET_KEY", "short", "too weak"),
        ("SECRET_KEY", "a" * 60, "too weak"),
        ("SECRET_KEY", DEVELOPMENT_SECRET, "development"),
        ("DOWNTIME_KEY", "", "DOWNTIME_KEY is not set"),
        ("DOWNTIME_KEY", SAFE["SECRET_KEY"], "must not be the SECRET_KEY"),
        ("ALLOWED_HOSTS", "", "ALLOWED_HOSTS is not set"),
        ("ALLOWED_HOSTS", "*", "must not contain"),
        ("CSRF_TRUSTED_ORIGINS", "", "CSRF_TRUSTED_ORIGINS is not set"),
        ("CSRF_TRUSTED_ORIGINS", "http://lus.region.invalid", "not https"),
        ("DATABASE_URL", "", "DATABASE_URL is not set"),
        ("REDIS_URL", "", "REDIS_URL is not set"),
        ("EMAIL_URL", "", "EMAIL_URL is not set"),
        ("LUS_DEMO", "1", "LUS_DEMO must be off"),
        ("LUS_TEST", "1", "LUS_TEST must be off"),
        ("DEBUG", "true", "DEBUG must be off"),
    ],
)
def test_production_refuses(name: str, value: str, said: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=said):
        refuse_unsafe({**SAFE, name: value})


def test_all_problems_are_named_at_once() -> None:
    with pytest.raises(ImproperlyConfigured) as refusal:
        refuse_unsafe({"LUS_ENV": "production", "LUS_DEMO": "1"})
    named = [line.split()[1] for line in str(refusal.value).splitlines()[1:]]
    assert named == [
        "SECRET_KEY",
        "DOWNTIME_KEY",
        "ALLOWED_HOSTS",
        "CSRF_TRUSTED_ORIGINS",
        "DATABASE_URL",
        "REDIS_URL",
        "EMAIL_URL",
        "LUS_DEMO",
    ]


def test_development_needs_nothing_and_an_unknown_mode_is_refused() -> None:
    refuse_unsafe({})
    refuse_unsafe({"LUS_DEMO": "1"})
    with pytest.raises(ImproperlyConfigured, match="LUS_ENV is 'prod'"):
        refuse_unsafe({"LUS_ENV": "prod"})


@pytest.mark.parametrize(
    ("extra", "starts"), [({}, True), ({"LUS_DEMO": "1"}, False), ({"SECRET_KEY": ""}, False)]
)
def test_a_real_process_starts_only_when_it_is_safe(extra: dict[str, str], starts: bool) -> None:
    environment = {"PATH": os.environ["PATH"], **SAFE, **extra}
    command = [sys.executable, "-c", "import lus.settings"]
    finished = subprocess.run(command, cwd=CHECKOUT, env=environment, capture_output=True, text=True)
    assert (finished.returncode == 0) is starts, finished.stderr
    assert starts or "ImproperlyConfigured" in finished.stderr


@pytest.mark.parametrize(
    ("redis", "celery"),
    [
        ("unix:///srv/v.sock?db=2", "redis+socket:///srv/v.sock?virtual_host=2"),
        ("redis://valkey:6379/0", "redis://valkey:6379/0"),
        ("rediss://:pw@valkey:6380/1", "rediss://:pw@valkey:6380/1"),
    ],
)
def test_one_redis_address_serves_cache_and_broker(redis: str, celery: str) -> None:
    assert celery_address(redis) == celery
