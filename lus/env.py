"""What the environment may say, and what production refuses to start with.

Every variable is read here or in `lus/settings.py` and listed in `.env.example`.
The check runs before Django reads a single setting, so that an unsafe server never answers a request.
"""

import re
from collections.abc import Mapping

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.Env()

DEVELOPMENT_SECRET = "development-only-never-in-production-" + "0" * 30
SHORTEST_SECRET = 50
MODES = ("development", "production")
_FALSE = {"", "0", "false", "no", "off"}
# A secret that stands in a template or an example is known to everybody who can read it.
_KNOWN_SECRET = re.compile(r"development|example|change.?me|secret.?key|insecure", re.IGNORECASE)


def is_on(environment: Mapping[str, str], name: str) -> bool:
    """Tell whether the switch `name` is on: set, and not one of 0/false/no/off."""
    return environment.get(name, "").strip().lower() not in _FALSE


def refuse_unsafe(environment: Mapping[str, str]) -> None:
    """Raise `ImproperlyConfigured` naming everything that is unsafe at once; silent outside production."""
    mode = environment.get("LUS_ENV", "development")
    if mode not in MODES:
        raise ImproperlyConfigured(f"LUS_ENV is {mode!r}; it must be one of: {', '.join(MODES)}.")
    if mode != "production":
        return
    problems = production_problems(environment)
    if problems:
        listed = "\n".join(f"  - {problem}" for problem in problems)
        raise ImproperlyConfigured(f"LUS_ENV=production is refused until this is mended:\n{listed}")


def production_problems(environment: Mapping[str, str]) -> list[str]:
    """List, one sentence each, why this environment must not run with patients in it; empty when it may."""
    return [
        *_secret_problems(environment),
        *_downtime_problems(environment),
        *_address_problems(environment),
        *_service_problems(environment),
        *_switch_problems(environment),
    ]


def _secret_problems(environment: Mapping[str, str]) -> list[str]:
    secret = environment.get("SECRET_KEY", "")
    if not secret:
        return ["SECRET_KEY is not set."]
    problems = []
    if len(secret) < SHORTEST_SECRET or len(set(secret)) < 10:
        problems.append(f"SECRET_KEY is too weak: at least {SHORTEST_SECRET} random characters.")
    if _KNOWN_SECRET.search(secret):
        problems.append("SECRET_KEY looks like a development or example value.")
    return problems


def _downtime_problems(environment: Mapping[str, str]) -> list[str]:
    key = environment.get("DOWNTIME_KEY", "")
    if len(key) < SHORTEST_SECRET or len(set(key)) < 10 or _KNOWN_SECRET.search(key):
        return [f"DOWNTIME_KEY is not set or too weak: at least {SHORTEST_SECRET} random characters."]
    if key == environment.get("SECRET_KEY"):
        return ["DOWNTIME_KEY must not be the SECRET_KEY: it is kept apart, and changed for other reasons."]
    return []


def _address_problems(environment: Mapping[str, str]) -> list[str]:
    problems = []
    hosts = _listed(environment, "ALLOWED_HOSTS")
    if not hosts:
        problems.append("ALLOWED_HOSTS is not set: name the hosts that people use, separated by commas.")
    if "*" in hosts:
        problems.append("ALLOWED_HOSTS must not contain '*'.")
    origins = _listed(environment, "CSRF_TRUSTED_ORIGINS")
    if not origins:
        problems.append("CSRF_TRUSTED_ORIGINS is not set: the https origins of the same hosts.")
    problems += [
        f"CSRF_TRUSTED_ORIGINS: {origin} is not https."
        for origin in origins
        if not origin.startswith("https:")
    ]
    return problems


def _service_problems(environment: Mapping[str, str]) -> list[str]:
    needed = {
        "DATABASE_URL": "production uses a server that you run, never the embedded one",
        "REDIS_URL": "production uses a server that you run, never the embedded one",
        "EMAIL_URL": "say smtp://…, or dummymail:// when units are not to be nudged by e-mail",
    }
    return [f"{name} is not set: {why}." for name, why in needed.items() if not environment.get(name)]


def _switch_problems(environment: Mapping[str, str]) -> list[str]:
    why = {
        "LUS_DEMO": "it opens accounts with known passwords and fills in invented people",
        "LUS_TEST": "it weakens the hashing of passwords",
        "DEBUG": "error pages would show patient data",
    }
    return [f"{name} must be off: {reason}." for name, reason in why.items() if is_on(environment, name)]


def _listed(environment: Mapping[str, str], name: str) -> list[str]:
    return [part.strip() for part in environment.get(name, "").split(",") if part.strip()]


def celery_address(redis_url: str) -> str:
    """Say a Redis address in Celery's words: `unix:///path?db=1` becomes `redis+socket:///path?virtual_host=1`."""
    if not redis_url.startswith("unix://"):
        return redis_url
    return redis_url.replace("unix://", "redis+socket://", 1).replace("?db=", "?virtual_host=", 1)
